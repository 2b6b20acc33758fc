import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cdsMessage } from '../simulators/cds/messages.ts';
import { ctcMessageReceived } from '../simulators/ppns/ctc-messages.ts';
import { linesOf, startCliWorld, type CliWorld, type Ended } from './cli-world.ts';

const MRN = '26GB5QUAYS1DEMAAR9';
const REJECTION = cdsMessage({ functionCode: '03', mrn: MRN, lrn: '=LRN-1', errors: [{ code: 'CDS12056' }] });

let world: CliWorld;
let collected: Ended;
let posted: string;
beforeAll(async () => {
  world = await startCliWorld();
  world.cds.push('cds-client', {
    body: cdsMessage({ functionCode: '01', mrn: MRN, messageId: 'a'.repeat(32) }),
  });
  world.cds.push('cds-client', { body: REJECTION });
  posted = world.ppns.post(world.boxId, { message: ctcMessageReceived({ type: 'IE029' }) });
  collected = await world.run('collect', '--accounts', world.accounts, '--data', world.data, '--once');
}, 120_000);
afterAll(() => world.close());

const list = async (...words: string[]) =>
  linesOf((await world.run('list', '--data', world.data, ...words)).stdout);
const idOf = async (type: string) => String((await list('--type', type))[0]!['id']);

describe('a round of the command', () => {
  it('collects what both sources hold, inside the limits, and says each thing on a line', () => {
    const events = linesOf(collected.stdout);
    const notifications = events.filter(({ event }) => event === 'notification');
    expect([collected.status, collected.stderr, world.gateway.violations]).toEqual([0, '', []]);
    expect(
      notifications.map(({ account, type, mrn, attention }) => [account, type, mrn, attention]).sort(),
    ).toEqual([
      ['cds', 'DMSACC', MRN, 'info'],
      ['cds', 'DMSREJ', MRN, 'act'],
      ['transit', 'IE029', expect.anything(), expect.anything()],
    ]);
    expect(
      events.filter(({ event }) => event === 'poll').map(({ account, status }) => [account, status]),
    ).toEqual(
      expect.arrayContaining([
        ['cds', 200],
        ['transit', 200],
      ]),
    );
    expect(Object.keys(events.find(({ event }) => event === 'poll')!)).toEqual(
      expect.arrayContaining(['account', 'at', 'endpoint', 'status', 'received', 'new']),
    );
  });

  it('lists them in a process of its own', async () => {
    const lines = await list();
    expect(
      lines
        .slice(0, -1)
        .map(({ type, state, upstream }) => [type, state, upstream])
        .sort(),
    ).toEqual([
      ['DMSACC', 'new', null],
      ['DMSREJ', 'new', null],
      ['IE029', 'new', 'pending'],
    ]);
    expect(lines.at(-1)).toEqual({ next: null, total: 3 });
  });

  it('shows one with its thread, and its payload byte for byte', async () => {
    const id = await idOf('DMSREJ');
    const [shown] = linesOf((await world.run('show', '--data', world.data, id)).stdout);
    const raw = await world.run('show', '--data', world.data, '--raw', id);
    expect((shown!['thread'] as { type: string }[]).map(({ type }) => type).sort()).toEqual([
      'DMSACC',
      'DMSREJ',
    ]);
    expect(raw.bytes.equals(Buffer.from(REJECTION))).toBe(true);
  });

  it('acknowledges here and there, and twice is harmless', async () => {
    const [transit, rejection] = [await idOf('IE029'), await idOf('DMSREJ')];
    const words = ['acknowledge', '--data', world.data, '--accounts', world.accounts, transit, rejection];
    const first = await world.run(...words);
    const again = await world.run(...words);
    expect([first.status, linesOf(first.stdout), again.stdout, again.status]).toEqual([
      0,
      [
        { id: transit, state: 'acknowledged', upstream: 'acknowledged', reason: null },
        { id: rejection, state: 'acknowledged', upstream: 'not-supported', reason: null },
      ],
      first.stdout,
      0,
    ]);
    expect(world.ppns.acknowledgements.map(({ ids }) => ids)).toEqual([[posted]]);
  });

  it('names an id that it does not know, and ends with 1', async () => {
    const ended = await world.run('acknowledge', '--data', world.data, '--accounts', world.accounts, '4711');
    expect([ended.status, linesOf(ended.stdout), ended.stderr]).toEqual([
      1,
      [{ id: '4711', state: null, upstream: null, reason: 'not-found' }],
      'quayside: Notification 4711: Not there. There is nothing with this id. Look it up in the list again.\n',
    ]);
  });

  it('exports to a file that another library reads', async () => {
    const out = join(world.folder, 'all.csv');
    const ended = await world.run('export', '--data', world.data, '--out', out, '--source', 'hmrc-cds');
    const rows = parse<Record<string, string>>(readFileSync(out, 'utf8'), { columns: true });
    expect([
      ended.status,
      ended.stdout,
      rows.map(({ type, MRN: mrn, LRN }) => [type, mrn, LRN]).sort(),
    ]).toEqual([
      0,
      '',
      [
        ['DMSACC', MRN, 'QUAYSIDE-0001'],
        ['DMSREJ', MRN, "'=LRN-1"],
      ],
    ]);
  });

  it('finds nothing wrong with what it stored', async () => {
    const ended = await world.run('check', '--data', world.data);
    expect([ended.status, ended.stdout]).toEqual([0, '']);
  });
});
