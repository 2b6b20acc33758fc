import { describe, expect, it } from 'vitest';
import { cdsDecoder } from '../../electron/engine/decode/cds/cds-decoder.ts';
import { pointers, responseXml, statement } from '../../electron/engine/decode/cds/response.fixture.ts';
import { memberWith } from '../../electron/engine/inbox/threads/life.fixture.ts';
import { threadView } from '../../electron/engine/inbox/threads/thread-view.ts';

const MRN = '26GB1CR4DVQ71TAAR5';

/** The thread of messages as they come from CDS, a minute apart. */
function threadOf(
  ...messages: readonly (readonly [code: string, parts: Parameters<typeof responseXml>[1]])[]
) {
  const members = messages.flatMap(([code, parts], place) => {
    const inside = `<FunctionalReferenceID>m${place}</FunctionalReferenceID><IssueDateTime><DateTimeString formatCode="304">2026112210${10 + place}00Z</DateTimeString></IssueDateTime>${parts?.inside ?? ''}`;
    const xml = `<MetaData>${responseXml(code, { mrn: MRN, ...parts, inside })}</MetaData>`;
    const [part] = cdsDecoder.decode(new TextEncoder().encode(xml), { envelope: {} });
    return part === undefined ? [] : [memberWith({ id: String(place + 1), facts: part.facts })];
  });
  const { status } = threadView(members);
  return [status?.code, status?.attention, status?.actionId];
}

/** A DMSALV with a decision on each of these goods items, joined to the Error that names the item. */
const decided = (...decisions: readonly (readonly [code: string, item: number])[]) => ({
  inside: [
    ...decisions.map(([code], index) => statement({ type: 'ALV', code, at: `07B[1]/53A[${index + 1}]` })),
    ...decisions.map(
      ([, item]) =>
        `<Error><ValidationCode>CDS50000</ValidationCode>${pointers(`42A/67A/68A[${item}]`)}</Error>`,
    ),
  ].join(''),
});

const demand = (inside: string) => ({
  declaration: `<DutyTaxFee><Payment>${inside}<PaymentAmount currencyID="GBP">120.00</PaymentAmount></Payment></DutyTaxFee>`,
});

describe('the thread of messages as CDS writes them', () => {
  it('stays held by Defra until each goods item is released', () => {
    const refused = ['50', decided(['N02', 1])] as const;
    const both = ['50', decided(['H01', 1], ['X00', 2])] as const;
    const release = (item: number) => ['50', decided(['C03', item])] as const;
    expect([
      threadOf(['01', {}], refused, release(2)),
      threadOf(['01', {}], refused, release(1)),
      threadOf(['01', {}], both, release(1)),
      threadOf(['01', {}], both, release(1), release(2)),
    ]).toEqual([
      ['held-by-defra', 'act', '2'],
      ['accepted', 'info', null],
      ['held-by-defra', 'act', '2'],
      ['accepted', 'info', null],
    ]);
  });

  it('asks for payment where a reminder gives a reference, and for a balance where it names an account', () => {
    const reference = demand('<ReferenceID>XKQY004271953</ReferenceID>');
    const account = demand('<ObligationGuarantee><ReferenceID>1234567</ReferenceID></ObligationGuarantee>');
    expect([
      threadOf(['01', {}], ['13', reference], ['15', reference]),
      threadOf(['01', {}], ['14', account], ['15', account]),
    ]).toEqual([
      ['payment-due', 'act', '3'],
      ['account-short', 'act', '3'],
    ]);
  });

  it('calls for a look at one that came damaged', () => {
    const damaged = { declaration: '<GoodsShipment>Smith & Sons</GoodsShipment>' };
    expect([
      threadOf(['01', {}], ['05', damaged]),
      threadOf(['01', {}], ['05', damaged], ['09', {}]),
    ]).toEqual([
      ['accepted', 'act', '2'],
      ['cleared', 'info', null],
    ]);
  });
});
