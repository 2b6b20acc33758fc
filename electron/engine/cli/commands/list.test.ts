import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesIn, ran } from '../command-host.fixture.ts';
import { archiveWorld, discard, opened, SEEDED_AT, seededArchive } from '../seeded-archive.fixture.ts';

const TYPES = ['DMSACC', 'DMSREJ', 'DMSCLE'] as const;
let directory: string;
beforeAll(async () => {
  directory = await seededArchive(
    Array.from({ length: 1203 }, (_, index) => ({
      facts: {
        type: TYPES[index % 3]!,
        mrn: `26GB${String(index).padStart(12, '0')}R1`,
        attention: index % 3 === 1 ? ('act' as const) : ('info' as const),
        references: [{ kind: 'mrn', value: `26GB${String(index).padStart(12, '0')}R1` }],
      },
      account: index < 3 ? 'old' : 'cds',
    })),
  );
});
afterAll(() => discard(directory));

const list = async (...words: string[]) => {
  const { status, stdout, stderr } = await ran(['list', '--data', directory, ...words], archiveWorld);
  const lines = linesIn(stdout) as Record<string, unknown>[];
  return { status, stderr, rows: lines.slice(0, -1), last: lines.at(-1) as { next: string; total: number } };
};
const ids = (rows: readonly Record<string, unknown>[]) => rows.map(({ id }) => id);

describe('list', () => {
  it('shows the newest hundred and where to go on', async () => {
    const { status, rows, last } = await list();
    expect([status, rows.length, rows[0]!['id'], rows.at(-1)!['id'], last]).toEqual([
      0,
      100,
      '1203',
      '1104',
      { next: expect.any(String) as string, total: 1203 },
    ]);
  });

  it('gives each row the facts, the account, its state and its receipt', async () => {
    const { rows } = await list('--account', 'old', '--limit', '1');
    expect(rows).toEqual([
      {
        id: '3',
        account: 'old',
        file: null,
        source: 'hmrc-cds',
        kind: 'dms',
        type: 'DMSCLE',
        functionCode: '03',
        statusCode: '39',
        title: 'Declaration rejected',
        meaning: 'HMRC did not accept the declaration.',
        nextStep: 'Correct the errors and submit again.',
        subject: 'MRN 26GB000000000002R1, LRN 0012345',
        keyFact: null,
        attention: 'info',
        outcome: 'rejected',
        mrn: '26GB000000000002R1',
        mrnCheck: 'wrong',
        lrn: '0012345',
        version: '1',
        messageId: 'f3a1',
        conversationId: 'c0ffee00-0000-4000-8000-000000000001',
        issuedAt: '2026-11-22T09:40:11.000Z',
        trader: 'GB123456789000',
        references: [{ kind: 'mrn', value: '26GB000000000002R1' }],
        errors: [],
        payments: [],
        amendments: [],
        details: [],
        deadline: null,
        problems: [],
        receivedAt: new Date(SEEDED_AT + 2000).toISOString(),
        state: 'new',
        settled: false,
        upstream: null,
        leavesAt: null,
        acknowledgeFailure: null,
      },
    ]);
  });

  it('walks the whole archive by its cursors, each row once, whatever the step', async () => {
    const seen: unknown[] = [];
    let after: string[] = [];
    for (;;) {
      const { rows, last } = await list('--limit', '601', ...after);
      seen.push(...ids(rows));
      if ((last.next as string | null) === null) break;
      after = ['--after', last.next];
    }
    expect(seen).toEqual(Array.from({ length: 1203 }, (_, index) => String(1203 - index)));
  });

  it.each([
    [['--type', 'DMSREJ', '--type', 'DMSCLE'], 802],
    [['--attention', 'act'], 401],
    [['--account', 'old', '--type', 'DMSREJ'], 1],
    [['--reference', '26GB000000000002R1'], 1],
    [['--search', '00000777'], 1],
    [['--since', new Date(SEEDED_AT + 1200_000).toISOString()], 3],
    [['--until', new Date(SEEDED_AT + 5000).toISOString()], 5],
    [['--since', '2026-11-23'], 0],
    [['--source', 'hmrc-ppns'], 0],
    [['--upstream', 'pending'], 0],
    [['--state', 'acknowledged'], 0],
    [['--until', '2027-01-01'], 1203],
  ])('%j shows %i, counted exactly', async (words, total) => {
    const { rows, last } = await list(...words);
    expect([rows.length, last.total]).toEqual([Math.min(total, 100), total]);
  });

  it('refuses a cursor that is none', async () => {
    expect(await ran(['list', '--data', directory, '--after', 'nonsense'], archiveWorld)).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'quayside: --after is not a cursor of this list: use the "next" of a last line, or leave it out.\n',
    });
  });

  it('shows what has been acknowledged', async () => {
    const store = await opened(directory);
    const { change } = await store.acknowledge({ ids: ['7'] }, 'ada', SEEDED_AT, SEEDED_AT, () => false);
    const { rows } = await list('--state', 'acknowledged');
    await store.undo(change!, 'ada', SEEDED_AT);
    await store.close();
    expect(ids(rows)).toEqual(['7']);
  });

  it('stopped, does not pretend to have ended', async () => {
    const { status, stdout } = await ran(['list', '--data', directory], {
      ...archiveWorld,
      stop: AbortSignal.abort(),
    });
    expect([status, stdout]).toEqual([1, '']);
  });
});
