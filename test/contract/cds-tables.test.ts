import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { errorFamily, type ErrorFamily } from '../../electron/engine/decode/cds/errors/error-family.ts';
import { errorTable } from '../../electron/engine/decode/cds/errors/error-table.ts';
import { explainError } from '../../electron/engine/decode/cds/errors/explain-error.ts';
import { readPayments } from '../../electron/engine/decode/cds/payments/read-payments.ts';
import { sumAssessed, sumPayable } from '../../shared/payments/sum-payments.ts';
import { describePointer } from '../../electron/engine/decode/cds/pointers/describe-pointer.ts';
import { joinTarget } from '../../electron/engine/decode/cds/pointers/join-target.ts';
import { pathRows, sectionElement } from '../../electron/engine/decode/cds/pointers/path-table.ts';
import { readPointerSteps } from '../../electron/engine/decode/cds/pointers/pointer-steps.ts';
import { readXml, type XmlElement } from '../../electron/engine/decode/xml/read-xml.ts';

/** The published tables and messages that the project's own tables were made from, kept beside the checkout. */
const FOLDER = fileURLToPath(new URL('../../../shared/facts/', import.meta.url));
const isThere = existsSync(`${FOLDER}data/cds-error-codes.tsv`);
if (!isThere) console.info(`skipped: no tables in ${FOLDER}data/`);

/** Rows by column name; lines that start with # name the source. */
function table(name: string): readonly Readonly<Record<string, string>>[] {
  if (!isThere) return [];
  const [head = '', ...rows] = readFileSync(`${FOLDER}data/${name}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** Says how many are right, and names each that is not. */
function report(what: string, total: number, misses: readonly string[]): void {
  const rate = total === 0 ? '–' : ((1 - misses.length / total) * 100).toFixed(1);
  console.info(
    `${what}: ${total - misses.length} of ${total} (${rate} %)${misses.map((miss) => `\n  ${miss}`).join('')}`,
  );
}

const FAMILIES: Readonly<Record<string, ErrorFamily>> = {
  'obligation/format/domain': 'obligation',
  'relation/business rule': 'relation',
  credibility: 'credibility',
  overflow: 'overflow',
  'inventory match': 'inventory',
  'tariff/quota': 'tariff',
  'ALVS (Defra)': 'defra',
  'inventory linking exports': 'export-inventory',
  'licence/document': 'licence',
};

describe.skipIf(!isThere)('the published list of error codes', () => {
  const codes = table('cds-error-codes');

  it('has a meaning of our own for each of its 191 codes', () => {
    const misses = codes.filter(({ code = '', title = '' }) => {
      const { meaning, isKnown } = explainError(code, { functionCode: '03' });
      return !isKnown || meaning === null || plain(meaning) === plain(title);
    });
    report(
      'error codes explained',
      codes.length,
      misses.map(({ code = '' }) => code),
    );
    expect([codes.length, misses]).toEqual([191, []]);
  });

  it('never lends its sentences: no meaning holds eight of its words in a row', () => {
    const borrowed = codes.filter(({ code = '', title = '' }) => {
      const ours = explainError(code, { functionCode: '03' });
      const theirs = runs(plain(title));
      return runs(plain(`${ours.meaning ?? ''} ${ours.nextStep ?? ''}`)).some((run) => theirs.includes(run));
    });
    expect(borrowed.map(({ code }) => code)).toEqual([]);
  });

  it('agrees on the family of each code', () => {
    const misses = codes.filter(
      ({ code = '', family = '' }) => family !== 'legacy prefix' && errorFamily(code) !== FAMILIES[family],
    );
    expect(misses).toEqual([]);
  });

  it('has every code that is explained', () => {
    const listed = new Set(codes.map(({ code }) => code));
    expect([...errorTable.keys()].filter((code) => !listed.has(code))).toEqual([]);
  });

  it('names no data element in a title that our meaning or step leaves out', () => {
    const elements = (text: string) => new Set(text.match(/\b[1-8]\/\d{1,2}\b/g));
    const misses = codes.filter(({ code = '', title = '' }) => {
      const ours = explainError(code, { functionCode: '03' });
      const named = elements(`${ours.meaning ?? ''} ${ours.nextStep ?? ''}`);
      return [...elements(title)].some((element) => !named.has(element));
    });
    expect(misses.map(({ code }) => code)).toEqual([]);
  });
});

describe.skipIf(!isThere)('the published tables of pointers', () => {
  it('have 534 paths, and each is in ours with its element, its number and its data element', () => {
    const rows = table('cds-pointer-tags');
    const expected = rows.map(({ kind, section_path, tag_id, element_path = '', max, de = '' }) =>
      [
        section_path,
        kind === 'class' ? '-' : tag_id,
        element_path.split('/').at(-1),
        max !== '1',
        dataElement(de),
      ].join(' '),
    );
    const ours = pathRows.map(({ path, tag, element, isRepeatable, dataElement: de }) =>
      [path, tag ?? '-', element, isRepeatable, de ?? ''].join(' '),
    );
    expect([expected.length, ours.sort()]).toEqual([534, expected.sort()]);
  });

  it('have 71 section codes, and ours name the same element for each', () => {
    const rows = table('cds-pointer-sections');
    const misses = rows.filter(({ section_code = '', element }) => sectionElement(section_code) !== element);
    expect([rows.length, misses]).toEqual([71, []]);
  });

  it('have labels for exports, and each of their paths is read in words', () => {
    const labels = table('cds-pointer-labels-exports');
    const readings = labels.map(({ pattern = '' }) =>
      describePointer(labelSteps(pattern), { trade: 'export' }),
    );
    const misses = readings.filter(({ resolved }) => resolved !== 'whole');
    report(
      'export labels read at their place',
      labels.length,
      misses.map(({ pointer }) => pointer ?? ''),
    );
    // HMRC puts packaging and fiscal references under the commodity here, where the schema has none.
    expect([
      labels.length,
      misses.map(({ path, dataElement: de }) => `${path ?? ''} (DE ${de ?? '–'})`),
    ]).toEqual([
      117,
      [
        'Goods item 1, fiscal reference 1: VAT or tax number (DE 3/40)',
        'Goods item 1, fiscal reference 1: role of the party (DE 3/40)',
        'Goods item 1, packaging line 1: shipping marks (DE 6/11)',
        'Goods item 1, packaging line 1: number of packages (DE 6/10)',
        'Goods item 1, packaging line 1: type of packages (DE 6/9)',
      ],
    ]);
  });
});

describe.skipIf(!isThere)('published CDS messages', () => {
  const responses = isThere ? sampleResponses() : [];
  const pointers = responses.flatMap(({ file, response }) =>
    ['Error', 'Amendment', 'Status', 'AdditionalInformation'].flatMap((name) =>
      response.children(name).flatMap((holder) => {
        const steps = readPointerSteps(holder);
        return steps.length === 0 ? [] : [{ file, name, steps, reading: describePointer(steps) }];
      }),
    ),
  );

  it('have pointers that are all read as a whole', () => {
    const misses = pointers.filter(({ reading }) => reading.resolved !== 'whole');
    report(
      'pointers to words',
      pointers.length,
      misses.map(({ file, reading }) => `${reading.pointer ?? ''} in ${file}`),
    );
    expect([pointers.length > 50, misses]).toEqual([true, []]);
  });

  it('have pointers that name a data element, save where HMRC’s table has none', () => {
    const about = pointers.filter(({ name }) => name === 'Error' || name === 'Amendment');
    const misses = about.filter(({ reading }) => reading.dataElement === null);
    const named = misses.map(({ reading }) => `${reading.pointer ?? ''}: ${reading.path ?? ''}`);
    report('pointers to a data element', about.length, named);
    expect([...new Set(named)].sort()).toEqual([
      '42A/023: Declaration header: acceptance date',
      '42A/67A/68A[1]: Goods item 1',
      '42A/67A/68A[2]: Goods item 2',
      '42A: The declaration as a whole',
    ]);
  });

  it('have statements that each find the error or amendment they speak of', () => {
    const misses = responses.flatMap(({ file, response }) =>
      response.children('AdditionalInformation').flatMap((statement) => {
        const steps = readPointerSteps(statement);
        if (steps.length === 0) return [];
        const target = joinTarget(steps);
        const held = response.children(target?.of === 'error' ? 'Error' : 'Amendment');
        return held[(target?.number ?? 0) - 1] === undefined ? [file] : [];
      }),
    );
    expect(misses).toEqual([]);
  });

  it('have errors that are all explained', () => {
    const codes = responses.flatMap(({ response }) =>
      response.children('Error').flatMap((error) => error.text('ValidationCode') ?? []),
    );
    const misses = codes.filter((code) => !explainError(code, { functionCode: '03' }).isKnown);
    report('errors explained', codes.length, misses);
    expect(misses).toEqual([]);
  });

  it('have payments of which the payable ones add up', () => {
    const read = (wanted: string) => {
      const found = responses.find(({ file }) => file.endsWith(wanted));
      const declaration = found?.response.child('Declaration');
      if (declaration === undefined || declaration === null) throw new Error(`no declaration in ${wanted}`);
      const { payments, paymentReferences, guarantees, problems } = readPayments(declaration);
      const { duty, vat } = sumAssessed(payments);
      return {
        total: sumPayable(payments).total.map(({ amount, currency }) => `${amount} ${currency ?? ''}`.trim()),
        duty: duty.map(({ amount }) => amount),
        vat: vat.map(({ amount }) => amount),
        asks: paymentReferences.length > 0,
        guarantees: guarantees.length,
        problems,
      };
    };
    const plainRead = { asks: false, guarantees: 0, problems: [] };
    expect({
      final: read('types/13_DMSTAX.xml'),
      immediate: read('types/13_DMSTAX_4_immediate_payment_ref.xml'),
      indicative: read('types/13_DMSTAX_67_indicative.xml'),
      insufficient: read('types/14_DMSCPI.xml'),
      reminder: read('types/15_DMSCPR.xml'),
      items: read('IM017a_doc_and_physical_check/02_fc13-67.xml'),
    }).toEqual({
      final: { ...plainRead, total: ['2324.00 GBP'], duty: ['270.00'], vat: ['2054.00'] },
      immediate: { ...plainRead, total: ['384.60 GBP'], duty: ['70.50'], vat: ['314.10'], asks: true },
      indicative: { ...plainRead, total: ['0.00 GBP'], duty: ['70.50'], vat: ['314.10'] },
      insufficient: { ...plainRead, total: ['226.40 GBP'], duty: [], vat: [], guarantees: 1 },
      reminder: { ...plainRead, total: ['226.40'], duty: [], vat: [], guarantees: 1 },
      items: { ...plainRead, total: ['268.80 GBP'], duty: ['24.00'], vat: ['244.80'] },
    });
  });
});

/** The choice between data elements is written shorter in ours. */
const dataElement = (text: string): string =>
  text
    .replace('1/10 (first occurrence) or 1/11 (later ones)', '1/10 or 1/11')
    .replace('5/15 (TypeCode 1) or 5/16 (TypeCode 2)', '5/15 or 5/16');

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, ' ')
    .trim();

/** Every eight words in a row. */
function runs(text: string): readonly string[] {
  const words = text.split(' ');
  return words.flatMap((_, index) =>
    index + 8 > words.length ? [] : [words.slice(index, index + 8).join(' ')],
  );
}

/** `42A.67A.68A.$1.70A.166` as steps: `$n` stands for the number of an instance. */
function labelSteps(pattern: string) {
  const steps: { section: string | null; sequence: string | null; tag: string | null }[] = [];
  for (const part of pattern.split('.')) {
    const last = steps.at(-1);
    if (part.startsWith('$') && last !== undefined) last.sequence = '1';
    else if (sectionElement(part) !== null) steps.push({ section: part, sequence: null, tag: null });
    else if (last !== undefined) steps.push({ ...steps.pop()!, tag: part });
  }
  return steps;
}

function sampleResponses(): readonly { readonly file: string; readonly response: XmlElement }[] {
  const folder = `${FOLDER}samples/cds/`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.xml'),
  );
  return files.flatMap((file) => {
    const document = readXml(readFileSync(`${folder}${file}`));
    if (!document.ok) throw new Error(`${file}: ${document.failure.problem}`);
    return document.value.root.children('Response').map((response) => ({ file, response }));
  });
}
