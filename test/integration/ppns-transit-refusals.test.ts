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

const ERROR = `<FunctionalError>${elements({
  errorPointer: '/CC015C/Consignment/HouseConsignment[2]/ConsignmentItem[10]/Commodity/GoodsMeasure/netMass',
  errorCode: '14',
  errorReason: 'R0223',
  originalAttributeValue: 'Ann Example',
})}</FunctionalError>`;

describe('a rejection (IE056, IE057)', () => {
  const rejected = (type: string, operation: Readonly<Record<string, string>>, content = '') =>
    transitFactsOf(type, elements(operation), content);

  it.each([
    ['IE056', '013', 'rejected', 'Amendment rejected: the declaration stands as it was'],
    ['IE056', '014', 'request-denied', 'Cancellation refused: the transit declaration stands'],
    ['IE056', '015', 'rejected', 'Transit declaration rejected'],
    ['IE056', '054', 'request-denied', 'Release request rejected'],
    ['IE056', '141', 'rejected', 'Answer about goods that have not arrived rejected'],
    ['IE056', '170', 'rejected', 'Presentation of the goods rejected'],
    ['IE056', '999', 'rejected', 'Message rejected by the office of departure'],
    ['IE057', '007', 'rejected', 'Arrival notification rejected'],
    ['IE057', '044', 'rejected', 'Unloading remarks rejected'],
    ['IE057', '015', 'rejected', 'Message rejected by the office of destination'],
  ])('%s of type %s says what was rejected, with errors and without', (type, kind, outcome, title) => {
    const listed = rejected(type, { businessRejectionType: kind, rejectionCode: '12' }, ERROR);
    const bare = rejected(type, { businessRejectionType: kind });
    expect([head(listed), head(bare)]).toEqual([
      ['act', outcome, kind, title, null],
      ['act', outcome, kind, title, 'no reason given'],
    ]);
    expect([/errors/.test(listed.nextStep ?? ''), /error/.test(bare.nextStep ?? '')]).toEqual([true, false]);
  });

  it('gives each error its meaning, its rule and its place; what was sent stays out of title and key fact', () => {
    const { errors, title, keyFact, meaning } = rejected('IE056', { businessRejectionType: '015' }, ERROR);
    expect(errors).toEqual([
      {
        code: '14',
        meaning:
          'A rule is broken: R0223. The rule is about: house consignment, item, gross mass; house consignment, item, net mass.',
        advisory: false,
        pointer: '/CC015C/Consignment/HouseConsignment[2]/ConsignmentItem[10]/Commodity/GoodsMeasure/netMass',
        path: 'House consignment 2, item 10, net mass',
        dataElement: '18 01 000 000',
        item: null,
        description: 'Sent: Ann Example',
        nextStep: 'Correct it so that the rule is kept.',
      },
    ]);
    expect([title, keyFact ?? '', meaning].filter((text) => text.includes('Ann'))).toEqual([]);
  });

  it('for reasons of its own says them', () => {
    const other = rejected('IE056', {
      businessRejectionType: '015',
      rejectionCode: '4',
      rejectionReason: 'Office closed',
    });
    const guarantee = rejected('IE056', { businessRejectionType: '015', rejectionCode: '7' });
    expect([other.meaning, other.keyFact, guarantee.keyFact, lines(guarantee)[0]]).toEqual([
      'The office of departure rejected your declaration. Nothing has been accepted. Reason given: Office closed',
      null,
      'guarantee not valid for this customs territory',
      'Reason code: guarantee not valid for this customs territory (7)',
    ]);
  });

  it('at destination shows the reason code whose meaning is not sure as it is', () => {
    const codes = ['12', '4'].map(
      (rejectionCode) => lines(rejected('IE057', { businessRejectionType: '007', rejectionCode }))[0],
    );
    expect(codes).toEqual(['Reason code: 12', 'Reason code: other reasons (4)']);
  });

  it('of a cancellation that came after the release says that it is too late', () => {
    const late =
      '<FunctionalError><errorPointer>/CC014C</errorPointer><errorCode>92</errorCode><errorReason>N/A</errorReason></FunctionalError>';
    const { errors, nextStep } = rejected('IE056', { businessRejectionType: '014' }, late);
    expect([errors[0]?.meaning, errors[0]?.path, nextStep]).toEqual([
      'The message does not fit the state of the movement.',
      'Your cancellation request (IE014) as a whole',
      'Cancelling is no longer possible once the goods are released: the movement goes on to its arrival.',
    ]);
  });

  it.each([
    ['12', 'CL229', 'A code is not on its list: CL229 (types of guarantee, common transit).'],
    ['12', 'CL999', 'A code is not on its list: CL999.'],
    [
      '13',
      'C0404',
      'Something required is missing: C0404. The presentation (IE170) must give the place of loading again.',
    ],
    ['14', 'BR20006', 'A rule is broken: BR20006. LRN missing (code 13) or already used (code 14).'],
    ['14', 'R9999', 'A rule is broken: R9999.'],
    ['26', 'N/A', 'This message identification was used before.'],
    ['50', 'B1823', 'A transitional rule is broken, although these ended on 21 January 2025: B1823'],
    ['77', 'X1', 'Error 77, whose meaning is not known here: X1.'],
  ])('explains error %s with %s', (code, reason, meaning) => {
    const error = `<FunctionalError>${elements({ errorCode: code, errorReason: reason })}</FunctionalError>`;
    expect(rejected('IE056', { businessRejectionType: '015' }, error).errors[0]?.meaning).toContain(meaning);
  });

  it.each(['90', '93'])('with error %s points to the MRN that was given', (code) => {
    const error = `<FunctionalError>${elements({ errorPointer: '26GB000060100000J3', errorCode: code })}</FunctionalError>`;
    expect(rejected('IE057', { businessRejectionType: '007' }, error).errors[0]?.path).toBe(
      'MRN 26GB000060100000J3',
    );
  });
});

describe('what stops a departure', () => {
  it('is a guarantee with its reference and each of its reasons (IE055)', () => {
    const guarantee = (grn: string, ...reasons: readonly string[]) =>
      `<GuaranteeReference>${elements({ GRN: grn })}${reasons.map((code) => `<InvalidGuaranteeReason>${elements({ code, text: `said of ${code}` })}</InvalidGuaranteeReason>`).join('')}</GuaranteeReference>`;
    const { errors } = transitFactsOf(
      'IE055',
      '',
      guarantee('26GB01', 'G03', 'G09') + guarantee('26GB02', 'G99') + guarantee('26GB03'),
    );
    expect(
      errors.map(({ code, meaning, path, pointer, description }) => [
        code,
        meaning,
        path,
        pointer,
        description,
      ]),
    ).toEqual([
      ['G03', 'The access code is not valid.', 'Guarantee 26GB01', null, 'said of G03'],
      ['G09', "The guarantee's amount is not enough.", 'Guarantee 26GB01', null, 'said of G09'],
      [
        'G99',
        'The guarantee is not accepted, with reason G99, whose meaning is not known here.',
        'Guarantee 26GB02',
        null,
        'said of G99',
      ],
      ['none', 'The message gives no reason.', 'Guarantee 26GB03', null, null],
    ]);
  });

  it('is a refusal with the reason in the words of customs, as its codes are not published (IE051)', () => {
    const facts = transitFactsOf(
      'IE051',
      elements({ noReleaseMotivationCode: 'A1', noReleaseMotivationText: 'Goods not found' }),
    );
    expect([
      head(facts),
      facts.meaning.endsWith('Reason given: Goods not found'),
      lines(facts).slice(0, 2),
    ]).toEqual([
      ['act', 'held', null, 'Transit refused: goods not released', 'a new declaration is needed'],
      true,
      ['Reason code: A1', 'Reason in the words of customs: Goods not found'],
    ]);
  });

  it('is a wish for an amendment with its errors (IE022)', () => {
    expect(transitFactsOf('IE022', '', ERROR).errors.map(({ path }) => path)).toEqual([
      'House consignment 2, item 10, net mass',
    ]);
  });
});

describe('a message that was not even read', () => {
  it('names line, place and kind of the error (IE917)', () => {
    const { errors } = transitFactsOf(
      'IE917',
      '',
      `<Header><LRN>QS-9</LRN></Header><XMLError>${elements({ errorLineNumber: '12', errorColumnNumber: '7', errorPointer: '/CC015C/TransitOperation/LRN', errorCode: '12', errorText: 'cvc-enumeration' })}</XMLError>`,
    );
    expect(errors.map(({ code, meaning, path, description }) => [code, meaning, path, description])).toEqual([
      ['12', 'The value is not one of those allowed.', 'LRN, line 12, column 7', 'cvc-enumeration'],
    ]);
  });

  it('names the functional errors (IE906)', () => {
    expect(transitFactsOf('IE906', '', ERROR).errors.map(({ code, path }) => [code, path])).toEqual([
      ['14', 'House consignment 2, item 10, net mass'],
    ]);
  });
});
