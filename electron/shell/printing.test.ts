import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { createPrinting, type PrintingOptions } from './printing.ts';

const pdf = new TextEncoder().encode('%PDF-1.4');

function setUp(changes: Partial<PrintingOptions> = {}) {
  const did: unknown[] = [];
  const printing = createPrinting({
    printPage: async (title) => {
      did.push(['print', title]);
      return pdf;
    },
    askWhereToSave: async (suggested) => {
      did.push(['ask', suggested]);
      return '/home/a/out.pdf';
    },
    writeFile: async (path, bytes) => {
      did.push(['write', path, bytes]);
      return ok(null);
    },
    log: (line) => did.push(['log', line]),
    ...changes,
  });
  return { printing, did };
}

describe('printing a declaration', () => {
  it('prints what is shown now, suggests its name, and goes where the person said', async () => {
    const { printing, did } = setUp();
    expect(await printing.start('26GB8WQ1L0D7YHRAR6')).toEqual(ok({ path: '/home/a/out.pdf' }));
    expect(did).toEqual([
      ['print', '26GB8WQ1L0D7YHRAR6'],
      ['ask', '26GB8WQ1L0D7YHRAR6.pdf'],
      ['write', '/home/a/out.pdf', pdf],
    ]);
  });

  it('writes nothing when the person cancels', async () => {
    const { printing, did } = setUp({ askWhereToSave: async () => null });
    expect(await printing.start('A/B')).toEqual(ok(null));
    expect(did).toEqual([['print', 'A/B']]);
  });

  it('says when the page cannot be printed, and writes nothing', async () => {
    const { printing, did } = setUp({ printPage: () => Promise.reject(new Error('no renderer')) });
    expect(await printing.start('A')).toEqual(
      failed(failure('unexpected-answer', { detail: 'the page could not be printed' })),
    );
    expect(did).toEqual([
      ['ask', 'A.pdf'],
      ['log', 'The page could not be printed: no renderer'],
    ]);
  });

  it('says what the disk ran into', async () => {
    const full = failed(failure('file-unwritable', { detail: 'The disk is full.', code: 'ENOSPC' }));
    const { printing } = setUp({ writeFile: async () => full });
    expect(await printing.start('A')).toEqual(full);
  });

  it('asks once, however often it is asked for, and anew when that has ended', async () => {
    const { printing, did } = setUp();
    const both = await Promise.all([printing.start('A'), printing.start('B')]);
    expect(both).toEqual([ok({ path: '/home/a/out.pdf' }), ok({ path: '/home/a/out.pdf' })]);
    await printing.start('C');
    expect(did.filter((each) => Array.isArray(each) && each[0] === 'ask')).toEqual([
      ['ask', 'A.pdf'],
      ['ask', 'C.pdf'],
    ]);
  });
});
