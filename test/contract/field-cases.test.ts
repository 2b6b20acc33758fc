import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCdsContent } from '../../electron/engine/decode/cds/is-cds-content.ts';
import { sourceOfFile } from '../../electron/engine/cli/source-of-file.ts';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';

const CASES = join(import.meta.dirname, '../../../shared/cases');
const isHere = existsSync(CASES);
if (!isHere) console.info(`Skipped: the inputs from the field are not at ${CASES}.`);

const bytesOf = (name: string): Uint8Array => readFileSync(join(CASES, name));
const factsOf = (name: string) => ppnsDecoder.decode(bytesOf(name))[0]!.facts;

describe.skipIf(!isHere)('inputs from the field: vehicles and entry safety', () => {
  it.each([
    ['vehicle/inspection-required.json', 'act', 'control', 'Inspection required'],
    ['vehicle/embarked-no-inspection.json', 'info', 'updated', 'Embarked: no inspection required'],
    ['vehicle/embarked-undecided.json', 'watch', 'unknown', 'Embarked'],
    ['entry-safety/cc351a-do-not-load.xml', 'act', 'held', 'Do not load'],
    ['entry-safety/cc328a-accepted.xml', 'info', 'accepted', 'Entry declaration accepted'],
  ])('%s', (name, attention, outcome, title) => {
    const facts = factsOf(name);
    expect([facts.attention, facts.outcome, facts.title]).toEqual([attention, outcome, title]);
  });

  it('a do-not-load notice has its MRN, its LRN, the item and the text', () => {
    const { mrn, lrn, details } = factsOf('entry-safety/cc351a-do-not-load.xml');
    expect([mrn, lrn, details[0]]).toEqual([
      '26GB08I0123456789A',
      'QS-ENS-351',
      { name: 'Item 1', value: 'GOODS NOT TO BE LOADED (A001)' },
    ]);
  });

  it.each([
    ['vehicle/inspection-required.json', 'hmrc-ppns'],
    ['entry-safety/cc328a-accepted.xml', 'hmrc-ppns'],
    ['transit/ie025-not-released.xml', 'hmrc-ppns'],
    ['transit/ie051-notification-without-body.json', 'hmrc-ppns'],
    ['excise/ie818-receipt-refused.xml', 'hmrc-ppns'],
    ['excise/notification-ie818.json', 'hmrc-ppns'],
    ['other/not-from-hmrc.json', null],
  ])('%s is told by its bytes: %s', (name, source) => {
    expect([sourceOfFile(bytesOf(name)), isCdsContent(bytesOf(name))]).toEqual([source, false]);
  });
});

const TABLES = join(import.meta.dirname, '../../../shared/facts/data');

describe.skipIf(!existsSync(TABLES))('the published codes of vehicles and entry safety', () => {
  const rows = (name: string) =>
    readFileSync(join(TABLES, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .slice(1)
      .map((line) => line.split('\t'));
  const decoded = (message: object) =>
    ppnsDecoder.decode(new TextEncoder().encode(JSON.stringify(message)))[0]!.facts;

  it('of vehicles are told in words', () => {
    const told = rows('gvms-codes.tsv').map(([table = '', code = '']) => {
      if (table === 'state')
        return [code, decoded({ gmrId: 'GMRA1', state: code }).title !== 'Goods movement changed'];
      if (table === 'inspectionTypeId') {
        const { keyFact } = decoded({
          ...{ gmrId: 'GMRA1', inspectionRequired: true },
          reportToLocations: [{ inspectionTypeId: code, locationIds: ['1'] }],
        });
        return [code, !/of type/.test(keyFact ?? 'of type')];
      }
      if (table === 'ruleFailure') {
        return [
          code,
          decoded({ ruleFailures: [{ code, technicalMessage: 'x' }] }).errors[0]?.meaning !== null,
        ];
      }
      const value = decoded({ gmrId: 'GMRA1', [table]: code }).details.map((detail) => detail.value);
      return [code, !value.includes(code) && value.length > 0];
    });
    const untold = told.filter(([, isTold]) => isTold !== true).map(([code]) => code);
    console.info(`vehicles: ${told.length - untold.length} of ${told.length} codes told in words`);
    // Not a state, not a number, three-valued or of another service, and one whose meaning nobody published.
    expect(untold).toEqual([
      ...['(other)', '(absent)', 'false then true', '14, 15, other', 'ETOE'],
      ...['REQUIRES_INSPECTION', 'DOES_NOT_REQUIRE_INSPECTION', 'INSPECTION_STATUS_PENDING'],
    ]);
  });

  it('of entry safety are told in words', () => {
    const errors = rows('entry-safety-codes.tsv').filter(([list]) => list === 'FunctionalErrorCodes');
    const kinds = rows('entry-safety-message-types.tsv').filter(([root = '']) => /^CC3\d\dA$/.test(root));
    const read = (text: string) => ppnsDecoder.decode(new TextEncoder().encode(text))[0]!.facts;
    const told = [
      ...errors.map(([, code = '']) =>
        read(`<CC316A><FUNERRER1><ErrTypER11>${code}</ErrTypER11></FUNERRER1></CC316A>`),
      ),
    ].filter(({ errors: [error] }) => error?.meaning !== null);
    const named = kinds.filter(([root = '']) => read(`<${root}/>`).title !== 'Entry safety message');
    const numbers = new Set(rows('entry-safety-validation.tsv').map(([code = '']) => code));
    const explained = [...numbers].filter((code) => {
      const text = `<ErrorResponse><Error><Number>${code}</Number></Error></ErrorResponse>`;
      return /^(Missing|Not allowed|Value|Wrong)/.test(read(text).errors[0]?.meaning ?? '');
    });
    console.info(
      `entry safety: ${named.length} of ${kinds.length} messages, ${told.length} of ${errors.length} errors, ` +
        `${explained.length} of ${numbers.size} errors of the sending call told in words`,
    );
    expect([named.length, told.length, explained.length]).toEqual([
      kinds.length,
      errors.length,
      numbers.size,
    ]);
  });
});
