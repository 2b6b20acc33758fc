import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notificationFacts } from '../../../test/support/notification-row.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { InboxStore } from '../store/store.ts';
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
    const [row] = await createIntake(store, {
      version: () => 1,
      read: () => {
        throw new Error('must not be read again');
      },
    }).drain();
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
});
