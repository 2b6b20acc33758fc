import { describe, expect, it } from 'vitest';
import type { Facts } from '../../shared/notification.ts';
import { elements, transitFactsOf } from '../support/transit-messages.ts';

const head = ({ attention, outcome, title, statusCode, keyFact }: Facts): unknown[] => [
  ...[attention, outcome, statusCode],
  ...[title, keyFact],
];
const lines = ({ details }: Facts): readonly string[] =>
  details
    .map(({ name, value }) => `${name}: ${value}`)
    .filter((line) => !line.startsWith('Office of departure'));

describe('a release at destination (IE025)', () => {
  const released = (indicator: string, content = '') =>
    transitFactsOf('IE025', elements({ releaseDate: '2026-11-30', releaseIndicator: indicator }), content);
  const HOUSES =
    '<Consignment><HouseConsignment><sequenceNumber>1</sequenceNumber><releaseType>1</releaseType>' +
    '<ConsignmentItem><goodsItemNumber>1</goodsItemNumber><declarationGoodsItemNumber>7</declarationGoodsItemNumber><releaseType>2</releaseType></ConsignmentItem>' +
    '</HouseConsignment><HouseConsignment><sequenceNumber>2</sequenceNumber><releaseType>0</releaseType></HouseConsignment></Consignment>';

  it.each([
    ['1', ['info', 'released', '1', 'Goods released at destination', null]],
    [
      '4',
      ['act', 'held', '4', 'Goods not released at destination', 'waiting for discrepancies to be resolved'],
    ],
    [
      '9',
      [
        'act',
        'unknown',
        '9',
        'Decision on release at destination, of an unknown kind',
        'release indicator 9',
      ],
    ],
  ])('with indicator %s', (indicator, expected) => {
    expect(head(released(indicator))).toEqual(expected);
  });

  it.each(['2', '3'])(
    'with indicator %s is never taken for a full release, and shows codes that nobody published',
    (indicator) => {
      const facts = released(indicator, HOUSES);
      expect([head(facts), lines(facts)]).toEqual([
        [
          'act',
          'held',
          indicator,
          `Goods not all released: release indicator ${indicator}`,
          '2 house consignments listed',
        ],
        [
          'Decided on: 2026-11-30',
          `Release indicator: ${indicator}`,
          'House consignment 1: release type 1',
          'House consignment 1, item 7: release type 2',
          'House consignment 2: release type 0',
        ],
      ]);
    },
  );

  it('without an indicator is not guessed at', () => {
    expect(head(transitFactsOf('IE025'))).toEqual([
      ...['act', 'unknown', null],
      ...['Decision on release at destination, of an unknown kind', 'no release indicator'],
    ]);
  });
});

describe('a decision on cancelling (IE009)', () => {
  const decided = (flags: Readonly<Record<string, string>>) =>
    transitFactsOf(
      'IE009',
      '',
      `<Invalidation>${elements({ ...flags, justification: 'As written' })}</Invalidation>`,
    );

  it.each([
    [
      { decision: '1', initiatedByCustoms: '0' },
      ['watch', 'cancelled', 'granted', 'Transit declaration cancelled, as you asked', null],
    ],
    [
      { decision: '0', initiatedByCustoms: '0' },
      ['act', 'request-denied', 'refused', 'Cancellation refused: the transit declaration stands', null],
    ],
    [
      { decision: '1', initiatedByCustoms: '1' },
      ['act', 'cancelled', 'by-customs', 'Customs cancelled the transit declaration', 'nobody asked for it'],
    ],
    [
      { initiatedByCustoms: '1' },
      [
        'act',
        'cancelled',
        'by-customs',
        'Customs cancelled the transit declaration',
        'no decision in the message',
      ],
    ],
    [
      { decision: '0', initiatedByCustoms: '1' },
      ['watch', 'request-denied', 'refused', 'Customs did not cancel the transit declaration', null],
    ],
    [
      { initiatedByCustoms: '0' },
      [
        'watch',
        'unknown',
        null,
        'Answer on cancelling the transit declaration',
        'no decision in the message',
      ],
    ],
    [{ decision: '1' }, ['watch', 'cancelled', 'granted', 'Transit declaration cancelled', null]],
  ])('with %j', (flags, expected) => {
    expect(head(decided(flags))).toEqual(expected);
  });

  it('gives the reason that customs write, and both flags', () => {
    const facts = decided({
      decision: '0',
      initiatedByCustoms: '1',
      decisionDateAndTime: '2026-11-30T08:00:00',
    });
    expect([facts.meaning.endsWith('Reason given: As written'), lines(facts)]).toEqual([
      true,
      [
        'Reason in the words of customs: As written',
        'Decided: 2026-11-30 08:00 UTC',
        'Decision: no (0)',
        'Started by customs: yes (1)',
      ],
    ]);
  });
});

describe('a control decision (IE060)', () => {
  const CONTROLS =
    '<TypeOfControls><type>10</type></TypeOfControls><TypeOfControls><type>42</type><text>X-ray of the trailer</text></TypeOfControls>';
  const DOCUMENTS =
    '<RequestedDocument><documentType>N954</documentType></RequestedDocument><RequestedDocument><documentType>ZZ99</documentType><description>Packing note</description></RequestedDocument>';
  const notice = (type: string, content = '') =>
    transitFactsOf('IE060', elements({ notificationType: type }), content);

  it.each([
    [
      '0',
      CONTROLS,
      [
        'act',
        'control',
        '0',
        'Transit: goods selected for control',
        'documentary controls and intrusive inspection',
      ],
    ],
    [
      '0',
      CONTROLS + DOCUMENTS,
      [
        'act',
        'control',
        '0',
        'Transit: goods selected for control, documents requested',
        'documentary controls and intrusive inspection; documents N954 and ZZ99',
      ],
    ],
    [
      '1',
      DOCUMENTS,
      ['act', 'documents-required', '1', 'Transit: documents requested', 'documents N954 and ZZ99'],
    ],
    ['2', '', ['act', 'control', '2', 'Transit: intention to control', 'goods to be presented']],
    [
      '7',
      '',
      ['act', 'control', '7', 'Transit: control, documents or intention to control', 'kind of notice 7'],
    ],
  ])('of type %s', (type, content, expected) => {
    expect(head(notice(type, content))).toEqual(expected);
  });

  it('names controls and documents, with what customs write beside them', () => {
    expect(lines(notice('0', CONTROLS + DOCUMENTS))).toEqual([
      'Document requested: movement certificate EUR.1 (N954)',
      'Document requested: ZZ99: Packing note',
      'Control: documentary controls (10)',
      'Control: intrusive inspection (42): X-ray of the trailer',
    ]);
  });

  it('that is an intention asks for the presentation, not to keep the goods', () => {
    const { nextStep } = notice('2');
    expect([/IE170/.test(nextStep ?? ''), /keep/i.test(nextStep ?? '')]).toEqual([true, false]);
  });
});
