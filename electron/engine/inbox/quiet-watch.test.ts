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
  ...{ clientId: 'c', clientSecret: 's', addedAt: '2026-11-22T08:00:00.000Z' },
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

  it('looks back from the moment of the question, and ahead for a limit', () => {
    const minutes = quietMinutesSchema.parse({ exit: 0, clearance: 0, 'final-tax': 0 });
    expect(cutOffs(minutes, 10_000 * MINUTE)).toEqual({
      registration: 9_940 * MINUTE,
      arrival: 9_985 * MINUTE,
      documents: 11_440 * MINUTE,
    });
  });
});
