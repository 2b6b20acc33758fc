import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codeWords, isCodeList } from '../../electron/engine/decode/ppns/excise/codes/code-words.ts';
import {
  refusalMeaning,
  isRepairable,
} from '../../electron/engine/decode/ppns/excise/errors/explain-refusal.ts';
import { exciseXml, fields } from '../../electron/engine/decode/ppns/excise/excise.fixture.ts';
import { bodyReaders } from '../../electron/engine/decode/ppns/excise/readers/body-readers.ts';
import { tellTo, type Variant } from '../../electron/engine/decode/ppns/excise/side-words.ts';
import { noticeVariants } from '../../electron/engine/decode/ppns/excise/variants/notices.ts';
import { readXml } from '../../electron/engine/decode/xml/read-xml.ts';

/** The published tables that the project's own words were made from, kept beside the checkout. */
const FOLDER = fileURLToPath(new URL('../../../shared/facts/data/', import.meta.url));
const isThere = existsSync(`${FOLDER}excise-message-types.tsv`);
if (!isThere) console.info(`skipped: no excise tables in ${FOLDER}`);

/** Rows by column name; lines that start with # name the source. */
function table(name: string): readonly Readonly<Record<string, string>>[] {
  if (!isThere) return [];
  const [head = '', ...rows] = readFileSync(`${FOLDER}${name}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** Our own message for a code of each type: what stands in the one element of its body. */
const BODIES: Readonly<Record<string, (code: string) => string>> = {
  IE704: (code) =>
    `<FunctionalError>${fields({ ErrorType: '4401', ErrorLocation: `/${code}[1]/Body[1]` })}</FunctionalError>`,
  IE717: (code) => `<ControlReport>${fields({ GlobalControlConclusion: code })}</ControlReport>`,
  IE801: (code) => `<HeaderEadEsad>${fields({ SequenceNumber: code === '' ? '1' : code })}</HeaderEadEsad>`,
  IE802: (code) => `<Attributes>${fields({ ReminderMessageType: code })}</Attributes>`,
  IE803: (code) => `<ExciseNotification>${fields({ NotificationType: code })}</ExciseNotification>`,
  IE818: (code) =>
    `<ReportOfReceiptExport>${fields({ GlobalConclusionOfReceipt: code })}</ReportOfReceiptExport>`,
  IE819: (code) => `<AlertOrRejection>${fields({ EadEsadRejectedFlag: code })}</AlertOrRejection>`,
  IE837: (code) => `<Attributes>${fields({ MessageRole: code })}</Attributes>`,
  IE840: (code) => `<Attributes>${fields({ EventReportMessageType: code })}</Attributes>`,
  IE871: (code) => `<Attributes>${fields({ SubmitterType: code })}</Attributes>`,
  IE881: (code) => `<Attributes>${fields({ ManualClosureRequestAccepted: code })}</Attributes>`,
  IE905: (code) => `<Attributes>${fields({ Status: code })}</Attributes>`,
};

function variantOf(type: string, code: string): Variant | null {
  const xml = readXml(new TextEncoder().encode(exciseXml(type, 'Content', BODIES[type]?.(code) ?? '')));
  const body = xml.ok ? xml.value.root.child('Body')?.child('Content') : null;
  return body === null || body === undefined ? null : (bodyReaders[type]?.(body).variant ?? null);
}

/** The codes that a row's variant names: `GlobalControlConclusion 1 or 5` is two. */
const codesOf = (variant: string): readonly string[] => variant.match(/\b(?:X?\d{1,2}|IE\d{3})\b/g) ?? [''];

/** What the variant of a row is called where nothing is known of its content. */
const nothingKnown = (type: string): string | undefined => variantOf(type, 'ZZ')?.title;

describe.skipIf(!isThere)('the published table of excise messages', () => {
  const rows = table('excise-message-types');
  const messages = rows.filter(({ message = '' }) => /^IE\d{3}$/.test(message));

  it('is told in words, each message and variant by its own', () => {
    const untold = messages.filter(({ message = '', variant = '' }) =>
      codesOf(variant).some((code) => {
        const told = variantOf(message, code);
        const isOfUnknown = /unknown|no body/.test(variant);
        return (
          told === null ||
          (BODIES[message] !== undefined &&
            code !== '' &&
            !isOfUnknown &&
            told.title === nothingKnown(message))
        );
      }),
    );
    const types = new Set(messages.map(({ message }) => message));
    console.info(
      `excise messages told: ${messages.length - untold.length} of ${messages.length} variants of ${types.size} types, and the notice`,
    );
    expect([rows.length, untold.map(({ message, variant }) => `${message} ${variant}`)]).toEqual([60, []]);
  });

  it.each(['consignor', 'consignee'] as const)('agrees on how urgent each is to the %s', (side) => {
    const differing = messages.flatMap(
      ({ message = '', variant = '', [`attention_${side}`]: wanted = '' }) =>
        wanted === '' || isReceiptOfOther(variant, side)
          ? []
          : codesOf(variant).flatMap((code) => {
              const told = variantOf(message, code)?.[side]?.attention ?? 'none';
              return told === wanted ? [] : [`${message} ${variant}: ${told}, not ${wanted}`];
            }),
    );
    expect(differing).toEqual([]);
  });

  it('agrees on how urgent a notice without its message is', () => {
    const [notice] = rows.filter(({ message }) => message === 'JSON notification');
    const levels = [...(notice?.['certainty'] ?? '').matchAll(/(act|watch|info) for ([^;(]*)/g)];
    const differing = levels.flatMap(([, level = '', types = '']) =>
      (types.match(/IE\d{3}/g) ?? []).flatMap((type) => {
        const variant = noticeVariants[type];
        const told = variant && tellTo(variant, type === 'IE801' ? 'consignor' : null).attention;
        return told === level ? [] : [`${type}: ${told}, not ${level}`];
      }),
    );
    // A cancellation is certain by its type, and to a consignee it is a loss: whoever reads, the more urgent counts.
    expect([levels.length, differing]).toEqual([3, ['IE810: act, not watch']]);
  });
});

/** A row for one side has a level for that side alone. */
const isReceiptOfOther = (variant: string, side: string): boolean =>
  /to consign/.test(variant) && !variant.includes(`to ${side}`);

describe.skipIf(!isThere)('the published code lists of excise', () => {
  const rows = table('excise-code-lists');
  const wordsOf = ({ list = '', code = '' }: Readonly<Record<string, string>>): string | null => {
    const name = list.replace(/ \(.*/, '');
    if (name.endsWith('FunctionalErrorCodes')) return refusalMeaning(code);
    return isCodeList(name) ? codeWords(name, code) : null;
  };

  it('are told in words, code by code', () => {
    const lists = [...new Set(rows.map(({ list = '' }) => list))];
    const counts = lists.map((list) => {
      const own = rows.filter((row) => row['list'] === list);
      return `  ${list}: ${own.filter((row) => wordsOf(row) !== null).length} of ${own.length}`;
    });
    const untold = rows.filter((row) => wordsOf(row) === null);
    console.info(
      [
        `excise codes told: ${rows.length - untold.length} of ${rows.length} in ${lists.length} lists`,
        ...counts,
      ].join('\n'),
    );
    expect([rows.length, lists.length, untold]).toEqual([412, 44, []]);
  });

  it('never lend their sentences', () => {
    const borrowed = rows.filter((row) => {
      const ours = plain(wordsOf(row) ?? '');
      return runs(plain(row['meaning'] ?? '')).some((run) => ours.includes(run));
    });
    expect(borrowed.map(({ list, code }) => `${list} ${code}`)).toEqual([]);
  });

  it('agree on which errors can be repaired in the draft', () => {
    const errors = rows.filter(({ list }) => list === 'UkFunctionalErrorCodes');
    const differing = errors.filter(
      ({ code = '', next_step = '' }) => isRepairable(code) !== (next_step !== ''),
    );
    expect([errors.length, differing]).toEqual([148, []]);
  });
});

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Every run of eight words. */
function runs(text: string): readonly string[] {
  const words = text.split(' ');
  return words.slice(0, Math.max(0, words.length - 7)).map((_, at) => words.slice(at, at + 8).join(' '));
}
