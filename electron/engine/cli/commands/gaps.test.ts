import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesIn, ran } from '../command-host.fixture.ts';
import { archiveWorld, discard, opened, seededArchive } from '../seeded-archive.fixture.ts';

const AWAY = {
  account: 'cards',
  from: '2026-11-01T09:00:00.000Z',
  to: '2026-11-14T09:00:00.000Z',
  why: 'Mastercard keeps notifications for 7 days.',
};
const SAID =
  'quayside: Account cards: something may be missing from 2026-11-01 09:00 to 2026-11-14 09:00 UTC. Mastercard keeps notifications for 7 days.\n';

let directory: string;
beforeAll(async () => {
  directory = await seededArchive([
    { facts: { type: 'CLEARING' }, account: 'cards', source: 'mastercard-cen' },
    { facts: { type: 'DMSCLE' }, account: 'cds' },
  ]);
  const store = await opened(directory);
  const [from, to] = [Date.parse(AWAY.from), Date.parse(AWAY.to)];
  // Two that touch are one to a person.
  const middle = (from + to) / 2;
  await store.addGap({ ...AWAY, from, to: middle });
  await store.addGap({ ...AWAY, from: middle, to });
  await store.addGap({ ...AWAY, account: 'cds', from: from - 2000, to: from - 1000 });
  await store.dismissGap('cds', from - 2000, from - 1000, 'ada', to);
  await store.close();
});
afterAll(() => discard(directory));

const run = (command: string, ...words: string[]) =>
  ran([command, '--data', directory, ...words], archiveWorld);
const lines = (stdout: string) => linesIn(stdout) as Record<string, unknown>[];

describe('a gap that nobody has dismissed', () => {
  it('stands in the last line of list, and is told on stderr', async () => {
    const { status, stdout, stderr } = await run('list');
    expect([status, lines(stdout).at(-1), stderr]).toEqual([0, { next: null, total: 2, gaps: [AWAY] }, SAID]);
  });

  it.each([
    ['of another account', ['--account', 'cds']],
    ['of another source', ['--source', 'hmrc-cds']],
    ['of its account at another source', ['--account', 'cards', '--source', 'hmrc-cds']],
  ])('is kept from a list and an export %s', async (_whose, filter) => {
    const listed = await run('list', ...filter);
    const exported = await run('export', '--out', '-', '--format', 'ndjson', ...filter);
    expect([lines(listed.stdout).at(-1), listed.stderr + exported.stderr]).toEqual([
      { next: null, total: filter.length === 2 ? 1 : 0 },
      '',
    ]);
    expect(lines(exported.stdout).filter(({ kind }) => kind === 'gap')).toEqual([]);
  });

  it('is kept from nothing else', async () => {
    const both = ['--source', 'mastercard-cen', '--source', 'hmrc-ppns', '--account', 'cards'];
    const own = await run('list', ...both);
    const none = await run('list', '--type', 'NOTHING', '--since', '2026-11-20');
    expect([lines(own.stdout).at(-1), own.stderr, lines(none.stdout), none.stderr]).toEqual([
      { next: null, total: 1, gaps: [AWAY] },
      SAID,
      [{ next: null, total: 0, gaps: [AWAY] }],
      SAID,
    ]);
  });

  it('is told with each notification of its account', async () => {
    const [one, other] = [await run('show', '1'), await run('show', '2')];
    expect([lines(one.stdout)[0]!['gaps'], one.stderr]).toEqual([[AWAY], SAID]);
    expect(['gaps' in lines(other.stdout)[0]!, other.stderr]).toEqual([false, '']);
  });

  it('is the last row of a CSV, which has the columns of any row, and is not counted', async () => {
    const out = join(directory, 'all.csv');
    const { status, stderr } = await run('export', '--out', out);
    const rows = parse<Record<string, string>>(await readFile(out, 'utf8'), { columns: true });
    const filled = Object.entries(rows.at(-1)!).filter(([, value]) => value !== '');
    expect([status, stderr, rows.length, Object.fromEntries(filled)]).toEqual([
      0,
      `${SAID}quayside: Wrote 2 notification(s) to ${out}.\n`,
      3,
      {
        id: 'gap-1',
        account: 'cards',
        kind: 'gap',
        type: 'gap',
        title: 'Something may be missing',
        meaning:
          'From 2026-11-01 09:00 to 2026-11-14 09:00 UTC notifications may be missing. Mastercard keeps notifications for 7 days.',
        'next step': 'Look for that time in the source’s own records, then dismiss this in Quayside.',
        attention: 'watch',
        outcome: 'unknown',
        state: 'new',
        'issued (UTC)': AWAY.from,
        'issued (local)': '2026-11-01 09:00:00 +00:00',
        'received (UTC)': AWAY.to,
        'received (local)': '2026-11-14 09:00:00 +00:00',
      },
    ]);
  });

  it('is the last line of NDJSON, with every member of a notification, on stdout as well', async () => {
    const { stdout, stderr } = await run('export', '--out', '-', '--format', 'ndjson');
    const [notification, , gap] = lines(stdout);
    expect(Object.keys(gap!).filter((name) => name !== 'gap')).toEqual(Object.keys(notification!));
    expect([gap!['kind'], gap!['gap'], lines(stdout).length, stderr]).toEqual([
      'gap',
      { from: AWAY.from, to: AWAY.to, why: AWAY.why },
      3,
      SAID,
    ]);
  });
});
