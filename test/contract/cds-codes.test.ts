import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { element, factsOf, pointers, statement } from '../../electron/engine/decode/cds/response.fixture.ts';
import {
  routeMeaning,
  entryStatusMeaning,
} from '../../electron/engine/decode/cds/inventory-linking/status-codes.ts';
import { dmsType } from '../../shared/catalogue/dms.ts';
import type { Facts } from '../../shared/notification.ts';

/** Tables of what the codes in CDS messages mean, kept beside the checkout. */
const FOLDER = fileURLToPath(new URL('../../../shared/facts/data/', import.meta.url));
const isThere = existsSync(`${FOLDER}dms-types.tsv`);
if (!isThere) console.info(`skipped: no tables of codes in ${FOLDER}`);

const rowsOf = (name: string): readonly (readonly string[])[] =>
  isThere
    ? readFileSync(`${FOLDER}${name}`, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .slice(1)
        .map((line) => line.split('\t'))
    : [];

describe.skipIf(!isThere)('the published tables of codes', () => {
  it('have 20 types, each with its name and how urgent it is', () => {
    const types = rowsOf('dms-types.tsv');
    const misses = types.filter(([code = '', name = '', , , , , , , urgency = '']) => {
      const type = dmsType(code);
      return type?.name !== name || !fits(type.attention, urgency);
    });
    expect([types.length, misses]).toEqual([20, []]);
  });

  it('have codes that are each told in words, or by the title, or said to be unknown to all', () => {
    const codes = rowsOf('cds-statement-codes.tsv');
    const misses = codes.filter(([field = '', types = '', code = '']) => !isTold(field, types, code));
    console.info(`codes told: ${codes.length - misses.length} of ${codes.length}`);
    expect([codes.length > 60, misses]).toEqual([true, []]);
  });
});

/** `critical` interrupts and so must be `act`; `notice` stands out; what is only good to know is `info`. */
function fits(attention: Facts['attention'], urgency: string): boolean {
  if (/^(critical|high)/.test(urgency)) return attention === 'act';
  if (urgency.startsWith('notice')) return attention === 'watch';
  return urgency.startsWith('info') ? attention === 'info' : attention === 'watch';
}

function isTold(field: string, types: string, code: string): boolean {
  if (field.startsWith('route')) {
    return code === 'H prefix'
      ? /can still change/.test(routeMeaning('H6').words)
      : !/Quayside/.test(routeMeaning(code).words);
  }
  if (field.startsWith('import clearance')) {
    return code.split(' ').every((each) => !/Quayside/.test(entryStatusMeaning(each).words));
  }
  return types.split(' ').every((type) => {
    if (field.endsWith('StatementTypeCode')) return isTextShown(type, code);
    if (field.endsWith('StatementCode')) return isCodeTold(type, code);
    if (field.startsWith('Status')) return isStatusTold(type, code);
    return code.split(' ').every((reason) => isReasonKept(type, reason));
  });
}

const BOX = '26GB5QUAY51DE000R1';
const error = `<Error>${element('ValidationCode', 'CDS13000')}${pointers('42A/67A/68A[1]')}</Error>`;
const change = (reason: string) =>
  `<Amendment>${element('ChangeReasonCode', reason)}${pointers('42A:146')}</Amendment>`;

/** Wherever a text is joined to nothing it is a detail; joined, it stands with its Error or Amendment. */
function isTextShown(type: string, code: string): boolean {
  const text = 'Words of customs';
  const free = factsOf(type, { inside: statement({ type: code, text }), mrn: BOX });
  const joined = factsOf(type, {
    inside:
      statement({ type: code, text, at: code === 'AES' ? '07B[1]/06A[1]' : '07B[1]/53A[1]' }) +
      error +
      change('28'),
    mrn: BOX,
  });
  return (
    free.details.some(({ value }) => value === text) &&
    [...joined.errors, ...joined.amendments].some(({ description }) => description === text)
  );
}

function isCodeTold(type: string, code: string): boolean {
  const of = new Map([
    ['50', 'ALV'],
    ['51', 'QRY'],
    ['06', 'ACA'],
    ['08', 'AFB'],
    ['09', 'AFB'],
    ['10', 'AFB'],
  ]).get(type);
  const facts = factsOf(type, {
    inside:
      statement({ type: of ?? '1', code, ...(of === undefined ? { at: '07B[1]/53A[1]' } : {}) }) + error,
    mrn: BOX,
  });
  const hasNothingToSay = ['smartErrorMsg', '001', 'ACA', 'Q01'].includes(code);
  const shown = facts.details.filter(({ value }) => value.startsWith(code));
  return hasNothingToSay
    ? facts.details.length === 0
    : shown.length === 1 && shown.every(({ value }) => !value.includes('Quayside does not know'));
}

function isStatusTold(type: string, code: string): boolean {
  const { title, details } = factsOf(type, {
    inside: `<Status>${element('NameCode', code)}</Status>`,
    mrn: BOX,
  });
  const isUnknown = details.some(({ value }) => value.includes('Quayside does not know'));
  return !isUnknown && title !== 'Answer to a request' && title !== 'Tax calculated';
}

function isReasonKept(type: string, reason: string): boolean {
  const [amendment] = factsOf(type, { inside: change(reason), mrn: BOX }).amendments;
  const hasMeaning = reason === '16' || reason === '32';
  return amendment?.reason === reason && (amendment.meaning !== null) === hasMeaning;
}
