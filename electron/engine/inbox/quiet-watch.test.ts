import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../test/support/fake-clock.ts';
import { arrive } from '../../../test/support/store-builders.ts';
import { temporaryStore } from '../../../test/support/store-temporary.ts';
import { quietMinutesSchema } from '../../../shared/quiet.ts';
import type { InboxStore, StoredAlert } from '../store/store.ts';
import { createQuietWatch, cutOffs } from './quiet-watch.ts';
import { createThreadKeeper } from './thread-keeper.ts';

const MRN = '26GB1CR4DVQ71TAAR5';
const MINUTE = 60_000;
const account = {
  ...{ id: 'cds', name: 'CDS', source: 'hmrc-cds' as const, environment: 'sandbox' as const },
  ...{ clientId: 'c', clientSecret: { stored: true as const }, secret: 's' },
  addedAt: '2026-11-22T08:00:00.000Z',
};

async function watched(minutes: Partial<ReturnType<typeof quietMinutesSchema.parse>> = {}) {
  const clock = createFakeClock();
  const { store } = await temporaryStore({ clock });
  const said: StoredAlert[] = [];
  const watch = createQuietWatch({
    ...{ store, clock, coalesce: true },
    minutes: () => quietMinutesSchema.parse(minutes),
    say: async (alert) => void said.push(alert),
  });
  await store.accountRecord(account, clock.now());
  await registered(store, clock.now());
  return { clock, store, watch, said };
}

/** A request for documents whose limit is so many minutes away when it arrives. */
async function documentsWanted(store: InboxStore, at: number, left: number): Promise<void> {
  await arrive(store, {
    remoteId: `06 ${left}`,
    now: at,
    facts: {
      ...{ type: 'DMSDOC', functionCode: '06', attention: 'act', mrn: MRN, outcome: 'documents-required' },
      issuedAt: new Date(at).toISOString(),
      deadline: new Date(at + left * MINUTE).toISOString(),
      references: [{ kind: 'mrn', value: MRN }],
    },
  });
  await createThreadKeeper(store).run();
}

async function registered(store: InboxStore, at: number): Promise<void> {
  const issuedAt = new Date(at).toISOString();
  await arrive(store, {
    remoteId: 'r',
    facts: {
      ...{ type: 'DMSRCV', functionCode: '02', attention: 'info', mrn: MRN, issuedAt },
      references: [{ kind: 'mrn', value: MRN }],
    },
  });
  await createThreadKeeper(store).run();
}

describe('the watch for silence', () => {
  it('reminds once, when the silence has lasted, and keeps the notice', async () => {
    const { clock, store, watch, said } = await watched();
    await store.markDrained('cds', clock.now());
    const start = clock.now();
    await watch.sweep(account, start + 60 * MINUTE - 1);
    const before = said.length;
    await watch.sweep(account, start + 60 * MINUTE);
    await watch.sweep(account, start + 90 * MINUTE);
    expect([before, said.map(({ title }) => title), await store.quietOf('1')]).toEqual([
      0,
      ['No answer 60 min after registration'],
      [
        {
          rule: 'registration',
          at: new Date(start).toISOString(),
          noticedAt: new Date(clock.now()).toISOString(),
        },
      ],
    ]);
  });

  it('says nothing before the first backlog is drained, nor of a rule that is off', async () => {
    const { clock, store, watch, said } = await watched({ registration: 0 });
    await watch.sweep(account, clock.now() + 1000 * MINUTE);
    await store.markDrained('cds', clock.now());
    await watch.sweep(account, clock.now() + 1000 * MINUTE);
    expect(said).toEqual([]);
  });

  it.each([
    ['leaves a limit to the alert of the request that came with it', 20 * 60, {}, 0, 0, []],
    ['leaves it so however late it looks', 20 * 60, {}, 300, 0, []],
    ['reminds of a limit that was far away at first', 30 * 60, {}, 6 * 60, 1, ['Documents due within 24 h']],
    [
      'reminds shortly before, if that is what is set',
      5 * 60,
      { documents: 60 },
      240,
      1,
      ['Documents due within 60 min'],
    ],
  ])('%s', async (_what, left, set, later, spoken, titles) => {
    const { clock, store, watch, said } = await watched({ registration: 0, ...set });
    await store.markDrained('cds', clock.now());
    const start = clock.now();
    await documentsWanted(store, start, left);
    await watch.sweep(account, start + later * MINUTE);
    await watch.sweep(account, start + (later + 1) * MINUTE);
    expect([said.length, said.map(({ title }) => title), (await store.quietOf('2')).length]).toEqual([
      spoken,
      titles,
      1,
    ]);
  });

  it('looks back from the moment of the question, and ahead for a limit', () => {
    const minutes = quietMinutesSchema.parse({ exit: 0, clearance: 0, 'final-tax': 0 });
    expect(cutOffs(minutes, 10_000 * MINUTE)).toEqual({
      registration: 9_940 * MINUTE,
      arrival: 9_985 * MINUTE,
      documents: 11_440 * MINUTE,
    });
  });
});
