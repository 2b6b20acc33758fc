import { describe, expect, it } from 'vitest';
import { readXml } from '../xml/read-xml.ts';
import { dmsFacts } from './dms-response.ts';
import { factsOf } from './response.fixture.ts';

const CONVERSATION = 'b7c1de50-5c3f-4f0c-9f0a-0c6a8a1f2d11';

const facts = (xml: string, conversation: string | null = CONVERSATION) => {
  const document = readXml(new TextEncoder().encode(xml));
  if (!document.ok) throw new Error(document.failure.problem);
  return dmsFacts(document.value.root, conversation);
};

const MRN = '26GB5QUAY51DE0001R';
const date = (text: string) => `<DateTimeString formatCode="304">${text}</DateTimeString>`;

/** One Response without namespaces; `inside` goes before its Declaration. */
const response = (code: string, inside = '', declaration = '') => `<Response>
  <FunctionCode>${code}</FunctionCode>
  <FunctionalReferenceID>0f1e2d3c4b5a69788796a5b4c3d2e1f0</FunctionalReferenceID>
  <IssueDateTime>${date('20261122104011+01')}</IssueDateTime>
  ${inside}
  <Declaration>
    <FunctionalReferenceID>QS-2611-0042</FunctionalReferenceID>
    <ID>${MRN}</ID>
    <VersionID>1</VersionID>
    ${declaration}
  </Declaration>
</Response>`;

const pointer = (...steps: string[]) => steps.map((step) => `<Pointer>${step}</Pointer>`).join('');
const section = (code: string, instance?: number, tag?: string) =>
  (instance === undefined ? '' : `<SequenceNumeric>${instance}</SequenceNumeric>`) +
  `<DocumentSectionCode>${code}</DocumentSectionCode>` +
  (tag === undefined ? '' : `<TagID>${tag}</TagID>`);

describe('a DMS message', () => {
  it('gives all its facts', () => {
    expect(facts(response('09'))).toEqual({
      kind: 'dms',
      type: 'DMSCLE',
      functionCode: '09',
      statusCode: null,
      title: 'Cleared',
      meaning: 'The declaration is cleared and the goods are free to move.',
      nextStep: 'Move the goods.',
      keyFact: null,
      attention: 'info',
      outcome: 'cleared',
      mrn: MRN,
      lrn: 'QS-2611-0042',
      version: '1',
      messageId: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      conversationId: CONVERSATION,
      issuedAt: '2026-11-22T09:40:11.000Z',
      trader: null,
      references: [
        { kind: 'mrn', value: MRN },
        { kind: 'lrn', value: 'QS-2611-0042' },
        { kind: 'conversation', value: CONVERSATION },
      ],
      errors: [],
      payments: [],
      amendments: [],
      details: [],
      deadline: null,
      problems: [],
    });
  });

  it('explains each Error: where it is, in words and as a data element, and what customs adds', () => {
    const error = `<Error>
      <ValidationCode>CDS12056</ValidationCode>
      ${pointer(section('42A'), section('67A'), section('68A', 3), section('70A', 1, '166'))}
    </Error>
    <Error><ValidationCode>CDS13000</ValidationCode></Error>
    <AdditionalInformation>
      <StatementDescription>Value looks odd</StatementDescription><StatementTypeCode>1</StatementTypeCode>
      ${pointer(section('07B', 1), section('53A', 2))}
    </AdditionalInformation>`;
    const read = facts(response('03', error)).errors;
    expect(
      read.map(({ meaning, nextStep, ...where }) => ({
        ...where,
        isExplained: meaning !== null && nextStep !== null,
      })),
    ).toEqual([
      {
        code: 'CDS12056',
        advisory: false,
        pointer: '42A/67A/68A[3]/70A[1]/166',
        path: 'Goods item 3, procedure 1: current procedure code',
        dataElement: '1/10',
        item: 3,
        description: null,
        isExplained: true,
      },
      {
        code: 'CDS13000',
        advisory: true,
        pointer: null,
        path: null,
        dataElement: null,
        item: null,
        description: 'Value looks odd',
        isExplained: true,
      },
    ]);
  });

  it('takes an Error on a registered message for a warning', () => {
    const error = '<Error><ValidationCode>CDS20001</ValidationCode></Error>';
    const { type, attention, outcome, errors } = facts(response('02', error));
    expect([type, attention, outcome, errors.map((each) => each.advisory)]).toEqual([
      'DMSRCV',
      'watch',
      'registered',
      [true],
    ]);
  });

  it('takes its type from the Response, not from the amended declaration inside', () => {
    const amended = response('07').replace(
      '</Response>',
      '<Declaration><FunctionCode>9</FunctionCode><ID>other</ID></Declaration></Response>',
    );
    const { functionCode, type, mrn } = facts(amended);
    expect([functionCode, type, mrn]).toEqual(['07', 'DMSRES', MRN]);
  });

  it('knows the amended declaration wherever it stands and whatever ids it bears', () => {
    const ids = '<FunctionalReferenceID>other</FunctionalReferenceID><ID>other</ID>';
    const fragments = [
      `<Declaration><FunctionCode>9</FunctionCode>${ids}</Declaration>`,
      `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">${ids}</Declaration>`,
    ];
    const first = fragments.map((each) => response('07').replace('<Declaration>', `${each}<Declaration>`));
    const nameless = response('07')
      .replace(`<ID>${MRN}</ID>`, '')
      .replace('</Response>', `${fragments[0]}</Response>`);
    expect([...first, nameless].map((each) => facts(each)).map(({ mrn, lrn }) => [mrn, lrn])).toEqual([
      [MRN, 'QS-2611-0042'],
      [MRN, 'QS-2611-0042'],
      [null, 'QS-2611-0042'],
    ]);
  });

  it('pads and trims the function code, and shows one it does not know', () => {
    expect([' 9 ', '\n13', '99', 'X'].map((code) => facts(response(code))).map((each) => each.title)).toEqual(
      ['Cleared', 'Tax calculated', 'Unknown type 99', 'Unknown type X'],
    );
  });

  it('reads the status, and a payment that the declaration asks for', () => {
    const status = '<Status><NameCode>4</NameCode></Status>';
    const fee = '<DutyTaxFee><Payment><ReferenceID>qs12ab</ReferenceID></Payment></DutyTaxFee>';
    const onItem = `<GoodsShipment><GovernmentAgencyGoodsItem>${fee}</GovernmentAgencyGoodsItem></GoodsShipment>`;
    expect(
      [response('13', status, fee), response('13', status, onItem)].map((each) => {
        const { statusCode, title, attention } = facts(each);
        return [statusCode, title, attention];
      }),
    ).toEqual([
      ['4', 'Payment due now', 'act'],
      ['4', 'Tax calculated, final', 'info'],
    ]);
  });

  it('gives the earliest limit as the deadline, where the type has one', () => {
    const limit = (text: string) =>
      `<AdditionalInformation><LimitDateTime>${date(text)}</LimitDateTime></AdditionalInformation>`;
    const limits = limit('20261129170000Z') + limit('20261125170000Z');
    expect(['06', '18', '09'].map((code) => facts(response(code, limits)).deadline)).toEqual([
      '2026-11-25T17:00:00.000Z',
      '2026-11-25T17:00:00.000Z',
      null,
    ]);
  });

  it('says which dates it could not read', () => {
    const limit = '<AdditionalInformation><LimitDateTime>soon</LimitDateTime></AdditionalInformation>';
    const odd = response('06', limit).replace('20261122104011+01', 'Sun Nov 22 2026');
    const { issuedAt, deadline, problems } = facts(odd);
    expect([issuedAt, deadline, problems]).toEqual([
      null,
      null,
      ['IssueDateTime is not a date: Sun Nov 22 2026', 'LimitDateTime is not a date: soon'],
    ]);
  });

  it('needs neither MRN, LRN, version nor conversation', () => {
    expect(facts('<Response><FunctionCode>17</FunctionCode></Response>', null)).toMatchObject({
      type: 'DMSEXT',
      mrn: null,
      lrn: null,
      version: null,
      messageId: null,
      conversationId: null,
      issuedAt: null,
      references: [],
      problems: [],
    });
  });

  it('says so when the type itself is missing', () => {
    const untyped = response('09').replace(/<FunctionCode>.*?<\/FunctionCode>/, '');
    expect(facts(untyped)).toMatchObject({
      kind: 'dms',
      type: 'unknown',
      functionCode: null,
      title: 'Message without a type',
      mrn: MRN,
      problems: ['the Response has no FunctionCode'],
    });
  });

  it('says that nothing is due where the header asks for nothing, whatever reference it gives', () => {
    const fee = (amount: string) =>
      `<DutyTaxFee><Payment><ReferenceID>QS77</ReferenceID><PaymentAmount>${amount}</PaymentAmount></Payment></DutyTaxFee>`;
    expect(
      ['0.00', '0.01'].map((amount) => {
        const { title, attention } = factsOf('13', { declaration: fee(amount) });
        return [title, attention];
      }),
    ).toEqual([
      ['Tax calculated', 'info'],
      ['Payment due now', 'act'],
    ]);
  });

  it('reads a status with or without a zero before it', () => {
    const inside = '<Status><NameCode>04</NameCode></Status>';
    const { statusCode, title, details } = factsOf('13', { inside });
    expect([statusCode, title, details]).toEqual(['4', 'Tax calculated, final', []]);
  });

  it('gives a limit without a time the whole of its day', () => {
    const limit = `<AdditionalInformation><LimitDateTime>${date('20260701')}</LimitDateTime></AdditionalInformation>`;
    const { deadline, details } = facts(response('06', limit));
    expect([deadline, details]).toEqual([
      '2026-07-01T22:59:59.000Z',
      [{ name: 'Time limit', value: '2026-07-01' }],
    ]);
  });

  it('sets no deadline by a payment of nothing', () => {
    const fee = `<DutyTaxFee><Payment><ReferenceID>QS77</ReferenceID><DueDateTime>${date('20261124170000Z')}</DueDateTime>
      <PaymentAmount>0.00</PaymentAmount></Payment></DutyTaxFee>`;
    const { deadline, details } = facts(response('13', '', fee));
    expect([deadline, details]).toEqual([null, []]);
  });

  it('names the stage of a calculation that is to be paid now', () => {
    const fee = '<DutyTaxFee><Payment><ReferenceID>QS77</ReferenceID></Payment></DutyTaxFee>';
    const meaning = (code: string) =>
      facts(response('13', `<Status><NameCode>${code}</NameCode></Status>`, fee)).meaning;
    expect(['67', '115', '4', '9'].map((code) => /is (\w+)\.$/.exec(meaning(code))?.[1] ?? null)).toEqual([
      'indicative',
      'provisional',
      'final',
      null,
    ]);
  });

  it('takes what warns elsewhere for the reason of a rejection that has no other', () => {
    const advisories = (code: string, ...errors: readonly string[]) =>
      factsOf(code, {
        inside: errors.map((each) => `<Error><ValidationCode>${each}</ValidationCode></Error>`).join(''),
      }).errors.map(({ advisory }) => advisory);
    expect([
      advisories('03', 'CDS13000'),
      advisories('03', 'CDS20001'),
      advisories('03', 'CDS13000', 'CDS13001'),
      advisories('03', 'CDS13000', 'CDS12056'),
      advisories('01', 'CDS13000'),
    ]).toEqual([[false], [false], [false, false], [true, false], [true]]);
  });
});
