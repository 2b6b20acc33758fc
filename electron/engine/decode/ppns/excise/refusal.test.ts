import { describe, expect, it } from 'vitest';
import { ARC, decoded, exciseXml, fields } from './excise.fixture.ts';

const HMRC = 'http://www.govtalk.gov.uk/taxation/InternationalTrade/Excise/ie704uk/3';

const refusal = (
  references: Readonly<Record<string, string>>,
  ...errors: readonly Readonly<Record<string, string>>[]
): string =>
  exciseXml(
    'IE704',
    'GenericRefusalMessage',
    `<Attributes>${fields(references)}</Attributes>${errors
      .map((error) => `<FunctionalError>${fields(error)}</FunctionalError>`)
      .join('')}`,
    HMRC,
  );

const DRAFT = { LocalReferenceNumber: 'HS-2026-0417' };
const MOVEMENT = { AdministrativeReferenceCode: ARC };

describe('a refusal', () => {
  it('names each error with its meaning, what mends it and its place', () => {
    const read = decoded(
      refusal(
        DRAFT,
        { ErrorType: '4402', ErrorReason: 'Duplicate LRN' },
        {
          ErrorType: '4429',
          ErrorReason: 'CN Codes Invalid',
          ErrorLocation: '/IE815[1]/Body[1]/SubmittedDraftOfEADESAD[1]/BodyEadEsad[2]/CnCode[1]',
          OriginalAttributeValue: '22083099',
        },
      ),
    );
    expect([read.title, read.attention, read.outcome, read.statusCode, read.lrn, read.keyFact]).toEqual([
      'New excise movement refused',
      'act',
      'rejected',
      'IE815',
      'HS-2026-0417',
      null,
    ]);
    expect(read.nextStep).toBe('At least one error cannot be corrected in the draft: make a new movement.');
    expect(read.errors).toEqual([
      {
        code: '4402',
        meaning: 'This LRN has been used before.',
        advisory: false,
        pointer: null,
        path: null,
        dataElement: null,
        item: null,
        description: 'Duplicate LRN',
        nextStep: 'Send it again with a new LRN.',
      },
      {
        code: '4429',
        meaning: 'The commodity (CN) code is not valid.',
        advisory: false,
        pointer: '/IE815[1]/Body[1]/SubmittedDraftOfEADESAD[1]/BodyEadEsad[2]/CnCode[1]',
        path: 'item 2, commodity (CN) code',
        dataElement: null,
        item: 2,
        description: 'CN Codes Invalid (sent: 22083099)',
        nextStep:
          'In a draft this cannot be corrected: make a new movement. Any other message can be sent anew.',
      },
    ]);
  });

  it.each([
    [['4402'], 'Correct the errors, and send it again with a new LRN.'],
    [['4401', '4405'], 'Correct the errors, and send it again.'],
    [['4499'], 'Send the same message again later, unchanged.'],
    [['4401', '4439'], 'At least one error cannot be corrected in the draft: make a new movement.'],
    [[], 'See the errors; correct the draft, or make a new movement.'],
  ])('of a draft with %j says how to go on', (codes, nextStep) => {
    const errors = codes.map((ErrorType) => ({ ErrorType }));
    expect(decoded(refusal(DRAFT, ...errors)).nextStep).toBe(nextStep);
  });

  it.each([
    ['a draft, which has no ARC yet', DRAFT, [{ ErrorType: '4401' }], 'IE815'],
    ['what its code speaks of', MOVEMENT, [{ ErrorType: '4518' }], 'IE819'],
    [
      'what its place is in',
      MOVEMENT,
      [
        {
          ErrorType: '4401',
          ErrorLocation: '/IE837[1]/Body[1]/ExplanationOnDelayForDelivery[1]/Attributes[1]',
        },
      ],
      'IE837',
    ],
    [
      'the root of its place',
      MOVEMENT,
      [{ ErrorType: '4401', ErrorLocation: '/x:IE825/Body/Part' }],
      'IE825',
    ],
    ['nothing where signs differ', MOVEMENT, [{ ErrorType: '4518' }, { ErrorType: '4498' }], null],
    ['nothing where nothing tells', MOVEMENT, [{ ErrorType: '4490', ErrorLocation: 'token' }], null],
    [
      'nothing where a place has no known name',
      MOVEMENT,
      [{ ErrorType: '4401', ErrorLocation: '/constructor/toString' }],
      null,
    ],
    ['nothing without any reference', {}, [{ ErrorType: '4401' }], null],
  ])('is of %s', (_, references, errors, refused) => {
    expect(decoded(refusal(references as Record<string, string>, ...errors)).statusCode).toBe(refused);
  });

  it('shows a code that no list has as it is, and puts no value that was sent into its title or key fact', () => {
    const read = decoded(
      refusal(MOVEMENT, { ErrorType: '4999', ErrorReason: 'New rule', OriginalAttributeValue: 'J Smith' }),
    );
    const [error] = read.errors;
    expect([error?.code, error?.meaning, error?.description, error?.nextStep]).toEqual([
      '4999',
      null,
      'New rule (sent: J Smith)',
      null,
    ]);
    expect(`${read.title} ${read.meaning} ${String(read.keyFact)}`).not.toContain('Smith');
  });
});
