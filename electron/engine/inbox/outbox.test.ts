import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure, type Failure } from '../../../shared/failure.ts';
import { createFakeClock, type FakeClock } from '../../../test/support/fake-clock.ts';
import { notificationFacts } from '../../../test/support/notification-row.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { InboxStore } from '../store/store.ts';
import { createOutbox, type OutboxOptions } from './outbox.ts';

let folder: string;
let store: InboxStore;
let clock: FakeClock;
let sent: string[][];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quayside-outbox-'));
  clock = createFakeClock();
  sent = [];
  const opened = await openSqliteStore({ directory: folder, clock });
  if (!opened.ok) throw new Error(opened.failure.reason);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As many notifications as named, acknowledged now, to leave in 10 s. */
async function acknowledged(...remoteIds: string[]): Promise<string> {
  const account = { id: 'transit', source: 'hmrc-ppns' } as const;
  const payload = { bytes: new Uint8Array([1]), contentType: 'text/plain', envelope: {}, createdAt: null };
  await store.keep(
    account,
    remoteIds.map((remoteId) => ({ ...payload, remoteId, upstream: 'pending' as const })),
    null,
    clock.now(),
  );
  const kept = await store.takeUndecoded(500);
  await store.putFacts(
    kept.map((one) => ({
      payload: one.payload,
      parts: [{ facts: notificationFacts(), searchText: '' }],
      decoderVersion: 1,
    })),
  );
  const change = await store.acknowledge(
    { filter: {} },
    'you',
    clock.now(),
    clock.now() + 10_000,
    () => true,
  );
  return change.change ?? '';
}

function outbox(options: Partial<OutboxOptions> = {}) {
  return createOutbox({
    account: 'transit',
    store,
    clock,
    batch: 100,
    send: async (ids) => {
      sent.push([...ids].sort());
      return { acknowledged: ids, failed: new Map() };
    },
    retryAfter: () => 4_999.5,
    onSent: () => undefined,
    ...options,
  });
}

const upstream = async () => (await store.page({}, null, 10)).rows.map((row) => row.upstream);

describe('the outbox', () => {
  it('holds an acknowledgement back, then sends it once', async () => {
    await acknowledged('a');
    const box = outbox();
    box.start();
    await clock.advance(9_000);
    expect(sent).toEqual([]);
    await clock.advance(60_000);
    expect(sent).toEqual([['a']]);
    expect(await upstream()).toEqual(['acknowledged']);
    await box.stop();
  });

  it('sends no more at a time than one call takes', async () => {
    await acknowledged('a', 'b', 'c', 'd', 'e');
    await clock.advance(10_000);
    await outbox({ batch: 2 }).flush();
    expect(sent.map((ids) => ids.length)).toEqual([2, 2, 1]);
    expect(sent.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('sends nothing of what was undone', async () => {
    const change = await acknowledged('a');
    await store.undo(change, 'you', clock.now());
    await clock.advance(10_000);
    await outbox().flush();
    expect(sent).toEqual([]);
  });

  it('settles message by message and tries the failed one again', async () => {
    await acknowledged('good', 'bad');
    await clock.advance(10_000);
    let isBack = false;
    const box = outbox({
      send: async (ids) => {
        sent.push([...ids].sort());
        const fault: [string, Failure][] = isBack ? [] : [['bad', failure('server-error')]];
        return { acknowledged: ids.filter((id) => isBack || id === 'good'), failed: new Map(fault) };
      },
    });
    await box.flush();
    expect((await store.page({}, null, 10)).rows.map((row) => row.acknowledgeFailure).sort()).toEqual([
      null,
      'server-error',
    ]);
    isBack = true;
    await clock.advance(5_000);
    await box.flush();
    expect(sent).toEqual([['bad', 'good'], ['bad']]);
    expect(await upstream()).toEqual(['acknowledged', 'acknowledged']);
  });

  it('waits for a person where only a person can help', async () => {
    await acknowledged('a');
    const box = outbox({
      retryAfter: () => null,
      send: async (ids) => {
        sent.push([...ids]);
        return { acknowledged: [], failed: new Map(ids.map((id) => [id, failure('box-not-yours')])) };
      },
    });
    box.start();
    await clock.advance(86_400_000);
    expect(sent).toEqual([['a']]);
    await store.retryOutbox('transit', clock.now());
    box.poke();
    await clock.advance(100);
    expect(sent).toEqual([['a'], ['a']]);
    await box.stop();
  });

  it('does not count being stopped as a failure', async () => {
    await acknowledged('a');
    await clock.advance(10_000);
    await outbox({
      send: async (ids) => ({
        acknowledged: [],
        failed: new Map(ids.map((id) => [id, failure('cancelled')])),
      }),
    }).flush();
    expect((await store.page({}, null, 10)).rows.map((row) => row.acknowledgeFailure)).toEqual([null]);
  });
});
