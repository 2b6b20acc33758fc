import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cdsDecoder } from '../../electron/engine/decode/cds/cds-decoder.ts';
import { dmsType } from '../../shared/catalogue/dms.ts';
import { isValidMrn } from '../../shared/catalogue/mrn.ts';
import { factsSchema } from '../../shared/notification.ts';

/** Published messages with a table of what is in them, kept beside the checkout. */
const FOLDER = fileURLToPath(new URL('../../../shared/facts/samples/cds/', import.meta.url));
const isThere = existsSync(`${FOLDER}README.md`);
if (!isThere) console.info(`skipped: no sample messages in ${FOLDER}`);

interface Sample {
  readonly file: string;
  /** One entry a Response; empty for what is no DMS message. */
  readonly codes: readonly string[];
  readonly status: string | null;
  readonly errorCodes: readonly string[];
  readonly mrn: string | null;
}

const samples: readonly Sample[] = isThere ? readTable(readFileSync(`${FOLDER}README.md`, 'utf8')) : [];

describe.skipIf(!isThere)('published CDS messages', () => {
  const read = samples.map((sample) => {
    const bytes = readFileSync(`${FOLDER}${sample.file}`);
    const parts = cdsDecoder.decode(bytes, { envelope: { 'x-conversation-id': 'c' } });
    return { sample, parts, text: bytes.toString('utf8') };
  });

  /** Says how many are right and names each that is not. */
  const expectAll = (what: string, isRight: (entry: (typeof read)[number]) => boolean) => {
    const misses = read.filter((entry) => !isRight(entry)).map(({ sample }) => sample.file);
    const rate = ((1 - misses.length / read.length) * 100).toFixed(1);
    console.info(`${what}: ${read.length - misses.length} of ${read.length} (${rate} %)`);
    expect(misses).toEqual([]);
  };

  it('are 107 files', () => {
    expect(samples).toHaveLength(107);
  });

  it('get the right types, one for each Response', () => {
    expectAll('type', ({ sample, parts }) => {
      const expected = sample.codes.map((code) => [code, dmsType(code)?.name ?? 'unknown'].join(' '));
      const found = parts.filter(({ facts }) => facts.kind === 'dms');
      return found.map(({ facts }) => `${facts.functionCode} ${facts.type}`).join() === expected.join();
    });
  });

  it('get the right kinds', () => {
    expectAll('kind', ({ sample, parts }) => {
      const other = sample.file.includes('file_upload') ? 'file-upload' : 'inventory-linking';
      const expected = sample.codes.length > 0 ? 'dms' : other;
      return parts.length > 0 && parts.every(({ facts }) => facts.kind === expected);
    });
  });

  it('get the right MRN', () => {
    expectAll('MRN', ({ sample, parts }) =>
      // The import status of community systems carries its MRN as entry number, which the table leaves out.
      sample.codes.length === 0 ? true : parts.every(({ facts }) => facts.mrn === sample.mrn),
    );
  });

  it('get the right message id and LRN', () => {
    expectAll('message id and LRN', ({ parts, text }) => {
      const found = parts.flatMap(({ facts }) => (facts.kind === 'dms' ? [facts.messageId, facts.lrn] : []));
      const written = [...text.matchAll(/<(?:\w+:)?FunctionalReferenceID>\s*([^<]*?)\s*</g)].map(
        (match) => match[1],
      );
      return found.filter((id) => id !== null).join() === written.join();
    });
  });

  it('work out each tax at the rate and from the value that are read', () => {
    const worked = read.flatMap(({ parts }) =>
      parts.flatMap(({ facts }) =>
        facts.payments.flatMap(({ basis, assessed }) =>
          basis?.base && basis.rate !== null && assessed !== null
            ? [(Number(basis.base.amount) * Number(basis.rate)) / 100 - Number(assessed)]
            : [],
        ),
      ),
    );
    console.info(`taxes that follow from their rate and value: ${worked.length}`);
    expect(worked).toHaveLength(38);
    expect(worked.filter((difference) => Math.abs(difference) > 0.01)).toEqual([]);
  });

  it('get the right status and error codes', () => {
    expectAll('status and errors', ({ sample, parts }) => {
      const statuses = new Set(parts.flatMap(({ facts }) => facts.statusCode ?? []));
      const errors = new Set(parts.flatMap(({ facts }) => facts.errors.map((error) => error.code)));
      return (
        [...statuses].join() === (sample.status ?? '') &&
        [...errors].sort().join() === sample.errorCodes.join()
      );
    });
  });

  it('get every error and every amendment, each read in words', () => {
    const count = (text: string, name: string) => text.split(new RegExp(`<(?:\\w+:)?${name}>`)).length - 1;
    expectAll('errors and amendments', ({ parts, text, sample }) => {
      const errors = parts.flatMap(({ facts }) => facts.errors);
      const amendments = parts.flatMap(({ facts }) => facts.amendments);
      return (
        // An error of the inventory-linking services is written in lower case.
        errors.length === count(text, sample.codes.length > 0 ? 'Error' : 'error') &&
        amendments.length === count(text, 'Amendment') &&
        errors.every(({ meaning, nextStep }) => meaning !== null && nextStep !== null) &&
        [...errors, ...amendments].every(({ pointer, path }) => (pointer === null) === (path === null))
      );
    });
    const all = read.flatMap(({ parts }) => parts.flatMap(({ facts }) => facts.amendments));
    const explained = all.filter(({ description }) => description !== null).length;
    console.info(`amendments: ${all.length}, explained by a statement: ${explained}`);
    expect(all.length > 20).toBe(true);
  });

  it('show every text that customs gives', () => {
    expectAll('texts shown', ({ parts, text }) => {
      const shown = parts.flatMap(({ facts }) => [
        ...facts.errors.map(({ description }) => description ?? ''),
        ...facts.amendments.map(({ description }) => description ?? ''),
        ...facts.details.map(({ value }) => value),
      ]);
      const given = [...text.matchAll(/<(?:\w+:)?StatementDescription>\s*([^<]+?)\s*</g)].map(
        (match) => match[1] ?? '',
      );
      return given.every((each) => shown.some((words) => words.includes(each)));
    });
  });

  it('get an issue time, and nothing is left unread', () => {
    expectAll('issue time, no problems', ({ parts }) =>
      parts.every(
        ({ facts }) => (facts.kind !== 'dms' || facts.issuedAt !== null) && facts.problems.length === 0,
      ),
    );
  });

  it('give facts that keep to their schema', () => {
    expectAll('schema', ({ parts }) => parts.every(({ facts }) => factsSchema.safeParse(facts).success));
  });

  it('have MRNs whose check digit is right', () => {
    const mrns = new Set(
      samples.flatMap(({ file, mrn }) => (mrn === null || file.startsWith('synthetic/') ? [] : [mrn])),
    );
    const wrong = [...mrns].filter((mrn) => !isValidMrn(mrn, 'dms'));
    console.info(
      `MRN check digit: ${mrns.size - wrong.length} of ${mrns.size}; not right: ${wrong.join(' ')}`,
    );
    expect(wrong).toEqual([]);
  });
});

/** The table's columns: file, function codes, status, error codes, MRN and others that are not compared. */
function readTable(markdown: string): readonly Sample[] {
  return markdown
    .split('\n')
    .filter((line) => /^\| [\w/.-]+\.xml \|/.test(line))
    .map((line) => {
      const [, file = '', codes = '', status = '', errors = '', mrn = ''] = line
        .split('|')
        .map((cell) => cell.trim());
      const words = (cell: string) => cell.split(/\s+/).filter((word) => word !== '' && word !== '-');
      return {
        file,
        // The 9 belongs to the amended declaration inside a 07, not to a Response.
        codes: words(codes).filter((code) => code.length === 2),
        status: status === '' ? null : status,
        errorCodes: words(errors).sort(),
        mrn: mrn === '' ? null : mrn,
      };
    });
}
