import { readFileSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyNot, type DriverName } from '../../electron/engine/store/sqlite/driver.ts';
import { StoreError } from '../../electron/engine/store/store.ts';
import { arrive, arriveMany, factsWith, idsOf, partWith, payloadWith } from '../support/store-builders.ts';
import { openedStore, temporaryStore } from '../support/store-temporary.ts';

const cds = { id: 'cds', source: 'hmrc-cds' } as const;
const DRIVERS: readonly DriverName[] = ['photostructure', 'node'];

for (const driver of DRIVERS) {
  const reason = whyNot(driver);
  if (reason !== null) console.warn(`The store on ${driver} is not tested here: ${reason}`);

  describe.skipIf(reason !== null)(`the store on ${driver}`, () => {
    it('keeps a payload byte for byte, with what came beside it', async () => {
      const { store } = await temporaryStore({ driver });
      const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
      const envelope = { 'x-conversation-id': 'c-1' };
      const row = await arrive(store, { remoteId: '1', payload: { bytes, envelope, contentType: 'x/y' } });
      expect(await store.payload(row.id)).toEqual({ bytes, contentType: 'x/y', envelope });
      expect(await store.payload('99')).toBeNull();
    });

    it('counts a repeated payload once and keeps its first bytes', async () => {
      const { store } = await temporaryStore({ driver });
      const row = await arrive(store, { remoteId: '1' });
      const again = payloadWith('1', { bytes: new Uint8Array([1]) });
      expect(await store.keep(cds, [again, payloadWith('2')], undefined, 2000)).toMatchObject({ fresh: 1 });
      expect((await store.payload(row.id))?.bytes.length).toBe(payloadWith('1').bytes.length);
      expect(await store.missing('cds', ['3', '1', '2', '4'])).toEqual(['3', '4']);
    });

    it('keeps the cursor with the payloads, and the old one where none is given', async () => {
      const { store } = await temporaryStore({ driver });
      const before = await store.cursor('cds');
      await store.keep(cds, [], { from: '2026-11-22' }, 1000);
      await store.keep(cds, [payloadWith('1')], undefined, 2000);
      expect([before, await store.cursor('cds')]).toEqual([null, { from: '2026-11-22' }]);
    });

    it('gives what waits for a decoder oldest first and counts the attempts', async () => {
      const { store } = await temporaryStore({ driver });
      await store.keep(cds, [payloadWith('1', { createdAt: 500 })], undefined, 1000);
      await store.keep({ id: 'box', source: 'hmrc-ppns' }, [payloadWith('2')], undefined, 2000);
      await store.takeUndecoded(1);
      expect(await store.takeUndecoded(10)).toEqual([
        {
          payload: 1,
          ...{ account: 'cds', source: 'hmrc-cds', contentType: 'application/xml', envelope: {} },
          ...{
            bytes: payloadWith('1').bytes,
            createdAt: 500,
            receivedAt: 1000,
            attempts: 2,
            hasFacts: false,
          },
        },
        {
          payload: 2,
          ...{ account: 'box', source: 'hmrc-ppns', contentType: 'application/xml', envelope: {} },
          ...{
            bytes: payloadWith('2').bytes,
            createdAt: null,
            receivedAt: 2000,
            attempts: 1,
            hasFacts: false,
          },
        },
      ]);
    });

    it('gives what an older decoder read after what none has', async () => {
      const { store } = await temporaryStore({ driver });
      await arrive(store, { remoteId: '1' });
      await store.keep(cds, [payloadWith('2')], undefined, 1000);
      const taken = await store.takeUndecoded(10, { 'hmrc-cds': 2 });
      expect([
        taken.map(({ payload, hasFacts }) => [payload, hasFacts]),
        await store.takeUndecoded(10),
      ]).toMatchObject([
        [
          [2, false],
          [1, true],
        ],
        [{ payload: 2 }],
      ]);
    });

    it('replaces facts in place: id, triage and history stay', async () => {
      const { store } = await temporaryStore({ driver });
      const first = await arrive(store, { remoteId: '1', facts: { mrn: 'OLDMRN1' }, searchText: 'before' });
      await store.acknowledge({ ids: [first.id] }, 'jo', 2000, 9000, () => false);
      const parts = [partWith({ type: 'DMSACC', attention: 'info', mrn: 'NEWMRN1' }, 'after'), partWith()];
      const rows = await store.putFacts([{ payload: 1, parts, decoderVersion: 2 }]);
      expect(rows.map(({ id, type, state, mrn }) => ({ id, type, state, mrn }))).toEqual([
        { id: first.id, type: 'DMSACC', state: 'acknowledged', mrn: 'NEWMRN1' },
        { id: '2', type: 'DMSREJ', state: 'new', mrn: null },
      ]);
      const found = ['before', 'oldmrn', 'after', 'ewmr'].map((search) => idsOf(store, { search }));
      expect(await Promise.all(found)).toEqual([[], [], ['1'], ['1']]);
      expect(await idsOf(store, { references: ['OLDMRN1'] })).toEqual([]);
      await store.putFacts([{ payload: 1, parts: [partWith()], decoderVersion: 3 }]);
      expect([await idsOf(store, {}), await store.check()]).toEqual([['1'], []]);
    });

    it('tells one notification with its facts and its history', async () => {
      const { store } = await temporaryStore({ driver });
      const facts = factsWith({ mrn: '26GB1', issuedAt: '2026-11-22T09:40:11.000Z' });
      const row = await arrive(store, { remoteId: 'r-1', facts, now: 1000 });
      const { change } = await store.acknowledge({ ids: [row.id] }, 'jo', 2000, 12_000, () => true);
      await store.undo(change ?? '', 'jo', 3000);
      await store.setUpstream('cds', new Map([['r-1', 'failed']]), 4000);
      expect(await store.notification(row.id)).toEqual({
        ...row,
        upstream: 'failed',
        facts,
        remoteId: 'r-1',
        contentType: 'application/xml',
        payloadBytes: payloadWith('r-1').bytes.length,
        history: [
          { at: '1970-01-01T00:00:01.000Z', event: 'received', by: null, detail: null },
          { at: '1970-01-01T00:00:02.000Z', event: 'acknowledged', by: 'jo', detail: null },
          { at: '1970-01-01T00:00:03.000Z', event: 'undone', by: 'jo', detail: null },
          { at: '1970-01-01T00:00:04.000Z', event: 'upstream-changed', by: null, detail: 'failed' },
        ],
      });
      expect(await store.notification('99')).toBeNull();
    });

    it('does not take back what the source once called acknowledged', async () => {
      const { store } = await temporaryStore({ driver });
      const row = await arrive(store, { remoteId: '1', payload: { upstream: 'acknowledged' } });
      await store.keep(cds, [payloadWith('1', { upstream: 'pending' })], undefined, 2000);
      expect((await store.notification(row.id))?.upstream).toBe('acknowledged');
    });

    it('pages newest first and ends', async () => {
      const { store } = await temporaryStore({ driver });
      for (const remoteId of ['1', '2', '3', '4', '5']) await arrive(store, { remoteId });
      const first = await store.page({}, null, 2);
      const second = await store.page({}, first.next, 2);
      const third = await store.page({}, second.next, 2);
      expect([first, second, third].map((page) => page.rows.map((row) => row.id))).toEqual([
        ['5', '4'],
        ['3', '2'],
        ['1'],
      ]);
      expect([third.next, first.total, first.totalIsCapped]).toEqual([null, 5, false]);
    });

    it.each(['x', 'YWZ0ZXI6', 'after:3', 'YWZ0ZXI6Mw==', ''])('refuses the cursor %j', async (cursor) => {
      const { store } = await temporaryStore({ driver });
      await expect(store.page({}, cursor, 2)).rejects.toMatchObject({ reason: 'invalid-input' });
    });

    it('shows nothing for an empty choice', async () => {
      const { store } = await temporaryStore({ driver });
      await arrive(store, { remoteId: '1', facts: { mrn: 'ABC' } });
      const filters = [{ states: [] }, { types: [] }, { references: [] }, { accounts: [], search: 'abc' }];
      expect(await Promise.all(filters.map((filter) => store.page(filter, null, 5)))).toEqual(
        filters.map(() => ({ rows: [], next: null, total: 0, totalIsCapped: false })),
      );
    });

    it('streams what was there at the call, with its facts', async () => {
      const { store } = await temporaryStore({ driver });
      for (const remoteId of ['1', '2']) await arrive(store, { remoteId });
      const stream = store.stream({});
      await arrive(store, { remoteId: '3' });
      const seen: string[] = [];
      for await (const { row, facts } of stream) seen.push(`${row.id} ${facts.type}`);
      expect(seen).toEqual(['2 DMSREJ', '1 DMSREJ']);
    });

    it('rises its revision with each change that shows, and tells once for each', async () => {
      const { store } = await temporaryStore({ driver });
      const before = store.revision();
      const heard: number[] = [];
      const end = store.onRevision((revision) => heard.push(revision - before));
      const row = await arrive(store, { remoteId: '1' });
      await store.acknowledge({ ids: [row.id] }, 'jo', 1, 1, () => false);
      await store.acknowledge({ ids: [row.id] }, 'jo', 1, 1, () => false);
      end();
      await arrive(store, { remoteId: '2' });
      expect([heard, store.revision() - before]).toEqual([[1, 2], 3]);
    });

    it('notices what another connection to the same folder wrote', async () => {
      const { store, directory } = await temporaryStore({ driver });
      const other = await openedStore(directory, { driver });
      const before = store.revision();
      await store.noticeForeignChanges();
      const quiet = store.revision() - before;
      await arrive(other, { remoteId: '1' });
      await store.noticeForeignChanges();
      expect([quiet, store.revision() - before, await idsOf(store, {})]).toEqual([0, 1, ['1']]);
    });

    it('forgets an account and nothing else, and gives its ids to nobody', async () => {
      const { store } = await temporaryStore({ driver });
      await arrive(store, { remoteId: '1', account: 'a', facts: { mrn: 'SHARED1' } });
      await arrive(store, { remoteId: '2', account: 'b', facts: { mrn: 'SHARED1' } });
      await store.acknowledge({ ids: ['2'] }, 'jo', 1, 1, () => true);
      await store.addAlert({ notifications: ['2'], title: 't', body: 'b', urgency: 'critical' }, 1);
      await store.addGap({ account: 'b', from: 1, to: 2, why: 'w' });
      await store.forgetAccount('b');
      const next = await arrive(store, { remoteId: '2', account: 'b' });
      expect({
        next: next.id,
        shared: await idsOf(store, { references: ['SHARED1'] }),
        found: await idsOf(store, { search: 'shared1' }),
        outbox: await store.outboxCount('b'),
        alerts: await store.pendingAlerts(),
        gaps: await store.gaps(),
        faults: await store.check(),
      }).toEqual({ next: '3', shared: ['1'], found: ['1'], outbox: 0, alerts: [], gaps: [], faults: [] });
    });

    it('forgets many that came together', async () => {
      const { store } = await temporaryStore({ driver });
      const remoteIds = Array.from({ length: 50 }, (_, n) => String(n));
      await arriveMany(store, remoteIds);
      await store.forgetAccount('cds');
      const rows = await arriveMany(store, remoteIds);
      expect([rows[0]?.id, await idsOf(store, { search: 'declaration' }), await store.check()]).toEqual([
        '51',
        rows.map((row) => row.id).reverse(),
        [],
      ]);
    });

    it('leaves no payload of a forgotten account on disk', async () => {
      const { store, directory } = await temporaryStore({ driver });
      const bytes = new TextEncoder().encode('top-secret:q7Zk');
      await arrive(store, { remoteId: '1', account: 'a', payload: { bytes } });
      const isOnDisk = () =>
        readdirSync(directory).some((name) =>
          readFileSync(join(directory, name)).includes(Buffer.from(bytes)),
        );
      const before = isOnDisk();
      await store.forgetAccount('a');
      await store.close();
      expect([before, isOnDisk()]).toEqual([true, false]);
    });

    it('remembers when an account was first seen and when it was drained', async () => {
      const { store } = await temporaryStore({ driver });
      await store.accountRecord(cds, 1000);
      await store.markDrained('cds', 3000);
      await store.markDrained('cds', 4000);
      const known = await store.accountRecord(cds, 5000);
      const another = await store.accountRecord({ id: 'cds', source: 'hmrc-ppns' }, 6000);
      expect([known, another]).toEqual([
        { firstSeenAt: 1000, drainedAt: 3000 },
        { firstSeenAt: 6000, drainedAt: null },
      ]);
    });

    it('knows a gap once', async () => {
      const { store } = await temporaryStore({ driver });
      const gap = { account: 'cds', from: 10, to: 20, why: 'offline' };
      expect([await store.addGap(gap), await store.addGap(gap), await store.gaps()]).toEqual([
        true,
        false,
        [{ ...gap, source: null }],
      ]);
    });

    it('is for its owner alone on disk', async () => {
      const { store, directory } = await temporaryStore({ driver });
      await arrive(store, { remoteId: '1' });
      const modes = readdirSync(directory).map((name) => [
        name,
        (statSync(join(directory, name)).mode & 0o777).toString(8),
      ]);
      expect(Object.fromEntries(modes)).toEqual({
        'quayside.db': '600',
        'quayside.db-shm': '600',
        'quayside.db-wal': '600',
      });
    });

    it('rejects what cannot be an id with a store error', async () => {
      const { store } = await temporaryStore({ driver });
      await expect(store.notification('1; DROP TABLE x')).rejects.toBeInstanceOf(StoreError);
      await expect(store.undo('77', 'jo', 1)).rejects.toMatchObject({ reason: 'not-found' });
      await expect(
        store.putFacts([{ payload: 9, parts: [partWith()], decoderVersion: 1 }]),
      ).rejects.toMatchObject({ reason: 'not-found' });
    });
  });
}
