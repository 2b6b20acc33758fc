import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notificationFacts } from '../../../test/support/notification-row.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { StoreError, type InboxStore } from '../store/store.ts';
import { createIntake, type Reader } from './intake.ts';

let folder: string;
let store: InboxStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quayside-intake-'));
  const opened = await openSqliteStore({ directory: folder });
  if (!opened.ok) throw new Error(opened.failure.reason);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const account = { id: 'cds', source: 'hmrc-cds' } as const;
const keep = (...remoteIds: string[]) =>
  store.keep(
    account,
    remoteIds.map((remoteId) => ({
      remoteId,
      bytes: new TextEncoder().encode(`<payload>${remoteId}</payload>`),
      contentType: 'application/xml',
      envelope: {},
      upstream: null,
      createdAt: null,
    })),
    null,
    1_000,
  );
const titled: Reader = {
  version: () => 1,
  read: ({ bytes }) => [
    { facts: notificationFacts({ title: new TextDecoder().decode(bytes) }), searchText: '' },
  ],
};

describe('reading what was kept', () => {
  it('reads each payload once, in the order of arrival', async () => {
    await keep('a', 'b');
    const intake = createIntake(store, titled);
    expect((await intake.drain()).map((row) => row.title)).toEqual([
      '<payload>a</payload>',
      '<payload>b</payload>',
    ]);
    expect(await intake.drain()).toEqual([]);
  });

  it('reads more than one batch, and several drains at once do not count as failed attempts', async () => {
    await keep(...Array.from({ length: 120 }, (_, index) => `id-${index}`));
    const intake = createIntake(store, titled);
    const rows = (await Promise.all([intake.drain(), intake.drain(), intake.drain()])).flat();
    expect(rows).toHaveLength(120);
    expect(rows.filter((row) => row.kind === 'unrecognised')).toEqual([]);
  });

  it('does not blame a batch for the death of the process', async () => {
    await keep('a', 'b', 'c');
    // A first process counted its attempt on all of them and was killed.
    await store.takeUndecoded(50);
    expect((await createIntake(store, titled).drain()).map((row) => row.kind)).toEqual(['dms', 'dms', 'dms']);
  });

  it('shows as it came what takes the process down with it every time', async () => {
    await keep('poison');
    for (let death = 0; death < 4; death += 1) await store.takeUndecoded(1);
    const [row] = await createIntake(store, titled).drain();
    expect(row).toMatchObject({ kind: 'unrecognised', attention: 'watch', title: 'Message not read' });
  });

  it('loses one message to a decoder that throws, and no other', async () => {
    await keep('good', 'bad');
    const rows = await createIntake(store, {
      version: () => 1,
      read: (payload) => {
        if (new TextDecoder().decode(payload.bytes).includes('bad')) throw new TypeError('bug');
        return titled.read(payload);
      },
    }).drain();
    expect(rows.map((row) => row.kind)).toEqual(['dms', 'unrecognised']);
  });

  it('takes a full disk for no death, however often it is met', async () => {
    await keep('a');
    let isFull = true;
    const intake = createIntake(
      storeWith({
        putFacts: async (decoded) => {
          if (isFull) throw new StoreError('store-full', 'no space is left');
          return store.putFacts(decoded);
        },
      }),
      titled,
    );
    for (let time = 0; time < 9; time += 1) await expect(intake.drain()).rejects.toThrow('store-full');
    isFull = false;
    expect((await intake.drain()).map((row) => row.kind)).toEqual(['dms']);
  });

  it('tells of what was read before the disk was full, once there is room again', async () => {
    await keep('a', 'b');
    let isFull = false;
    const intake = createIntake(
      storeWith({
        putFacts: async (decoded) => {
          if (isFull) throw new StoreError('store-full', 'no space is left');
          isFull = true;
          return store.putFacts(decoded);
        },
      }),
      titled,
    );
    await expect(intake.drain()).rejects.toThrow('store-full');
    isFull = false;
    expect((await intake.drain()).map((row) => row.title)).toEqual([
      '<payload>a</payload>',
      '<payload>b</payload>',
    ]);
  });

  it('goes on when an account is removed while its messages are read', async () => {
    await keep('a');
    const intake = createIntake(
      storeWith({
        takeUndecoded: async (limit) => {
          const taken = await store.takeUndecoded(limit);
          await store.forgetAccount('cds');
          return taken;
        },
      }),
      titled,
    );
    expect(await intake.drain()).toEqual([]);
  });

  it('shows as it came what a decoder finds nothing in', async () => {
    await keep('a');
    const rows = await createIntake(store, { version: () => 1, read: () => [] }).drain();
    expect(rows.map((row) => row.title)).toEqual(['Message not read']);
  });
});

describe('what is done between two readings', () => {
  it('begins when all is read, and nobody reads until it ends', async () => {
    await keep('a');
    const intake = createIntake(store, titled);
    const order: string[] = [];
    await Promise.all([
      intake.between(async () => {
        order.push(`begun, ${String((await store.takeUndecoded(9)).length)} unread`);
        await keep('b');
        order.push('ended');
      }),
      intake.drain().then((rows) => order.push(...rows.map((row) => row.title))),
    ]);
    expect(order).toEqual(['begun, 0 unread', 'ended', '<payload>a</payload>', '<payload>b</payload>']);
  });

  it('leaves what was taken by mistake to the next drain, which tells of it once', async () => {
    const intake = createIntake(store, titled);
    await intake.between(async (leave) => {
      await keep('a');
      leave(await store.takeUndecoded(9));
    });
    expect((await intake.drain()).map((row) => row.title)).toEqual(['<payload>a</payload>']);
    expect(await intake.drain()).toEqual([]);
  });
});

/** The store of this test but for these methods. */
const storeWith = (methods: Partial<InboxStore>): InboxStore =>
  Object.assign(Object.create(store) as InboxStore, methods);
