import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless } from '../../../shared/harmless-text.ts';
import { csvHeader, csvRow } from './csv.ts';
import { exportedWith } from './exported.fixture.ts';
import type { Exported } from './exported.ts';
import { guardFormula } from './formula-guard.ts';
import { localTimeIn } from './local-time.ts';

const localTime = localTimeIn('Europe/London');

function readBack(exported: Exported, formulaGuard: boolean): Record<string, string> {
  // The bytes are what a file holds: lone surrogates become U+FFFD there.
  const bytes = Buffer.from(csvHeader() + csvRow(exported, { formulaGuard, localTime }).text, 'utf8');
  const [record] = parse<Record<string, string>>(bytes, { columns: true, recordDelimiter: '\r\n' });
  return record!;
}

describe('a CSV row', () => {
  it('holds what is known of a notification, instants twice', () => {
    const exported = exportedWith({
      row: { state: 'acknowledged', upstream: 'pending' },
      facts: {
        errors: [
          {
            code: 'CDS12056',
            meaning: 'The value is not on the code list.',
            advisory: false,
            pointer: '42A/67A/68A[2]/166',
            path: 'goods item 2, type',
            dataElement: '1/10',
            item: 2,
            description: null,
            nextStep: null,
          },
          {
            code: 'CDS40045',
            meaning: null,
            advisory: true,
            pointer: null,
            path: null,
            dataElement: null,
            item: null,
            description: 'A licence is short',
            nextStep: null,
          },
        ],
        references: [
          { kind: 'mrn', value: '26GB1CR4DVQ71TAAR5' },
          { kind: 'ucr', value: '6GB123-A' },
        ],
        deadline: '2026-07-23T09:40:11.000Z',
        problems: ['no version', 'odd date'],
        amendments: [
          {
            reason: '28',
            meaning: null,
            pointer: '42A/146',
            path: 'Declaration header: number of packages',
            dataElement: '6/18',
            item: null,
            description: 'Two were left behind',
          },
          {
            reason: null,
            meaning: null,
            pointer: null,
            path: null,
            dataElement: null,
            item: null,
            description: 'Price corrected',
          },
        ],
        details: [
          { name: 'Accepted at', value: '2026-11-22 09:41 UTC' },
          { name: 'Customs says', value: 'see below' },
        ],
      },
    });
    expect(readBack(exported, true)).toEqual({
      id: '7',
      account: 'cds',
      source: 'hmrc-cds',
      kind: 'dms',
      type: 'DMSREJ',
      'function code': '03',
      'status code': '39',
      title: 'Declaration rejected',
      meaning: 'HMRC did not accept the declaration.',
      'next step': 'Correct the errors and submit again.',
      attention: 'act',
      outcome: 'rejected',
      state: 'acknowledged',
      upstream: 'pending',
      MRN: '26GB1CR4DVQ71TAAR5',
      LRN: '0012345',
      version: '1',
      'message id': 'f3a1',
      'conversation id': 'c0ffee00-0000-4000-8000-000000000001',
      'issued (UTC)': '2026-11-22T09:40:11.000Z',
      'issued (local)': '2026-11-22 09:40:11 +00:00',
      'received (UTC)': '2026-11-22T09:40:15.250Z',
      'received (local)': '2026-11-22 09:40:15 +00:00',
      'deadline (UTC)': '2026-07-23T09:40:11.000Z',
      'deadline (local)': '2026-07-23 10:40:11 +01:00',
      references: 'mrn 26GB1CR4DVQ71TAAR5; ucr 6GB123-A',
      errors:
        'CDS12056 The value is not on the code list., item 2, 1/10, at 42A/67A/68A[2]/166; CDS40045 A licence is short (advisory)',
      problems: 'no version; odd date',
      amendments:
        'Declaration header: number of packages, 6/18, reason 28: Two were left behind, at 42A/146; Price corrected',
      details: 'Accepted at: 2026-11-22 09:41 UTC; Customs says: see below',
      subject: 'MRN 26GB1CR4DVQ71TAAR5, LRN 0012345',
      'key fact': '2 errors, first: goods item 2, type: The value is not on the code list.',
    });
  });

  it('leaves unknown values empty and ends with CR LF', () => {
    const bare = exportedWith({ facts: { mrn: null, issuedAt: null, references: [] } });
    const { text } = csvRow(bare, { formulaGuard: true, localTime });
    expect(text).toBe(
      '7,"cds",hmrc-cds,dms,"DMSREJ","03","39","Declaration rejected","HMRC did not accept the declaration.",' +
        '"Correct the errors and submit again.",act,rejected,new,,,"0012345","1","f3a1",' +
        '"c0ffee00-0000-4000-8000-000000000001",,,2026-11-22T09:40:15.250Z,2026-11-22 09:40:15 +00:00,,,,,,,,"LRN 0012345",\r\n',
    );
  });

  it('counts the fields that it guards', () => {
    const hostile = exportedWith({
      row: { account: '-cds' },
      facts: { lrn: '=HYPERLINK("http://x")', title: '@here', mrn: '+1' },
    });
    expect([
      csvRow(hostile, { formulaGuard: true, localTime }).guarded,
      csvRow(hostile, { formulaGuard: false, localTime }).guarded,
    ]).toEqual([4, 0]);
  });

  it('reads back to the same values, with what acts as its code, through another library, however hostile the text', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 8, maxLength: 8 }), fc.boolean(), (texts, guard) => {
        const [account, title, meaning, nextStep, mrn, lrn, messageId, problem] = texts as Eight;
        const exported = exportedWith({
          row: { account },
          facts: { title, meaning, nextStep, mrn, lrn, messageId, problems: [problem] },
        });
        const expected = texts.map((text) => asWritten(guard ? guardFormula(text) : text));
        const read = readBack(exported, guard);
        const back = COLUMNS.map((column) => read[column]);
        expect(back).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

const COLUMNS = ['account', 'title', 'meaning', 'next step', 'MRN', 'LRN', 'message id', 'problems'] as const;
type Eight = [string, string, string, string, string, string, string, string];

/** What acts is written as its code, and a lone surrogate cannot be written in UTF-8. */
const asWritten = (text: string): string => Buffer.from(harmless(text), 'utf8').toString('utf8');

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '""', ',', ';', '\r', '\n', '\r\n', '\t', '\0', '\uFEFF', "'", '\\', ' '),
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '=cmd|"/C calc"!A0',
        '\uD800',
        '\uDC00',
        '👩🏽‍🚀',
        '\u202Eevil',
        'עברית',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
