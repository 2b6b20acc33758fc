import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentCode } from '../../../../../shared/catalogue/error-code.ts';
import { errorFamily, familyText } from './error-family.ts';
import { errorTable } from './error-table.ts';
import { explainError } from './explain-error.ts';

const inRejection = { functionCode: '03' };

describe('an error', () => {
  it('is explained by its code', () => {
    expect(explainError('CDS12056', inRejection)).toEqual({
      presentCode: 'CDS12056',
      family: 'relation',
      meaning: 'Values that do not go together are declared; each error with this code names one of them.',
      nextStep: 'Read the errors with this code together, and change or remove one side of the conflict.',
      advisory: false,
      isKnown: true,
    });
  });

  it('of the old form is explained as the present one', () => {
    expect(explainError('DMS10020', inRejection)).toEqual(explainError('CDS10020', inRejection));
  });

  it('that is a warning is told from one that refuses', () => {
    const advisory = (code: string, functionCode: string | null) =>
      explainError(code, { functionCode }).advisory;
    expect({
      'credibility in an acceptance': advisory('CDS13000', '01'),
      'credibility of the old form': advisory('DMS13000', '03'),
      'credibility of a quota beside a refusal': advisory('CDS14000', '03'),
      'missing inventory in a receipt': advisory('CDS20001', '02'),
      'missing inventory in a pre-check': advisory('CDS20001', '03'),
      'any error in an acceptance': advisory('CDS10020', '01'),
      'an error in a rejection': advisory('CDS10020', '03'),
      'a Defra decision': advisory('CDS50000', '50'),
      'an error in a message without a type': advisory('CDS10020', null),
    }).toEqual({
      'credibility in an acceptance': true,
      'credibility of the old form': true,
      'credibility of a quota beside a refusal': true,
      'missing inventory in a receipt': true,
      'missing inventory in a pre-check': false,
      'any error in an acceptance': true,
      'an error in a rejection': false,
      'a Defra decision': false,
      'an error in a message without a type': false,
    });
  });

  it('that stands for others says so', () => {
    expect(explainError('CDS19999', inRejection).meaning).toBe(
      'There are more errors than this message shows.',
    );
  });

  it('with a new code is explained by its family', () => {
    expect(explainError('CDS12999', inRejection)).toEqual({
      presentCode: 'CDS12999',
      family: 'relation',
      meaning:
        'Fields, dates or messages do not agree with one another. Quayside does not know CDS12999 more closely.',
      nextStep:
        'See what the pointer names and what the message says, and look the code up in HMRC’s list of CDS error codes.',
      advisory: false,
      isKnown: false,
    });
  });

  it('with a code of no known kind has no meaning', () => {
    expect(explainError('constructor', inRejection)).toEqual({
      presentCode: 'CONSTRUCTOR',
      family: null,
      meaning: null,
      nextStep: null,
      advisory: false,
      isKnown: false,
    });
  });

  it('never throws, whatever the code, and has a meaning whenever it has a family', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(CDS|DMS)\d{5}$/)), (code) => {
        const { family, meaning, nextStep } = explainError(code, inRejection);
        expect([meaning !== null, nextStep !== null]).toEqual([family !== null, family !== null]);
      }),
    );
  });
});

describe('the table of errors', () => {
  const entries = [...errorTable];

  it('has the 181 codes of the present form', () => {
    expect([entries.length, entries.filter(([code]) => code !== presentCode(code))]).toEqual([181, []]);
  });

  it('has a family for every code, and a code for every family', () => {
    const families = new Set(entries.map(([code]) => errorFamily(code)));
    expect([...families].sort()).toEqual(Object.keys(familyText).sort());
  });

  it('has one line for each meaning and each step, whole sentences that differ from code to code', () => {
    const texts = entries.flatMap(([, texts]) => texts);
    expect(texts.filter((text) => !/^[A-Z0-9][^\n]{15,170}\.$/.test(text))).toEqual([]);
    expect(new Set(entries.map(([, [meaning]]) => meaning)).size).toBe(entries.length);
  });
});
