import { expect, it } from 'vitest';
import type { InboxStore } from '../../electron/engine/store/store.ts';
import { arrive, idsOf, partWith, payloadWith } from '../support/store-builders.ts';
import { temporaryStore } from '../support/store-temporary.ts';

const always = () => true;

async function storeWith(...remoteIds: string[]): Promise<InboxStore> {
  const { store } = await temporaryStore();
  for (const remoteId of remoteIds) await arrive(store, { remoteId });
  return store;
}

it('queues what a person acknowledged, to leave after the time to undo', async () => {
  const store = await storeWith('1', '2');
  const done = await store.acknowledge({ ids: ['1', '2', '9'] }, 'jo', 1000, 11_000, always);
  expect(done).toMatchObject({ change: '1', changed: 2, alreadySent: 0, example: { id: '2' } });
  expect(done.example?.leavesAt).toBe('1970-01-01T00:00:11.000Z');
  expect([await store.dueOutbox('cds', 10_999, 10), await store.nextOutboxDue('cds')]).toEqual([[], 11_000]);
  expect(await store.dueOutbox('cds', 11_000, 1)).toEqual([
    { notification: '1', account: 'cds', remoteId: '1', dueAt: 11_000, attempts: 0 },
  ]);
});

it('acknowledges what is new and leaves the rest alone', async () => {
  const store = await storeWith('1', '2');
  await store.acknowledge({ ids: ['1'] }, 'jo', 1, 1, always);
  const all = await store.acknowledge({ filter: {} }, 'jo', 2, 2, always);
  const none = await store.acknowledge({ filter: {} }, 'jo', 3, 3, always);
  expect([all.changed, none]).toEqual([1, { change: null, changed: 0, alreadySent: 0, example: null }]);
});

it('queues nothing for a source that is not told, nor what the source has acknowledged', async () => {
  const { store } = await temporaryStore();
  await arrive(store, { remoteId: '1', account: 'box' });
  await arrive(store, { remoteId: '2', account: 'cds' });
  await arrive(store, { remoteId: '3', account: 'box', payload: { upstream: 'acknowledged' } });
  await store.acknowledge({ filter: {} }, 'jo', 1, 1, (account) => account === 'box');
  expect([await store.outboxCount('box'), await store.outboxCount('cds')]).toEqual([1, 0]);
});

it('tells the source of a message only when all its notifications are acknowledged', async () => {
  const { store } = await temporaryStore();
  await store.keep({ id: 'box', source: 'hmrc-ppns' }, [payloadWith('1')], undefined, 1);
  await store.putFacts([{ payload: 1, parts: [partWith(), partWith()], decoderVersion: 1 }]);
  await store.acknowledge({ ids: ['1'] }, 'jo', 1, 1, always);
  const half = await store.outboxCount('box');
  const { change } = await store.acknowledge({ ids: ['2'] }, 'jo', 1, 1, always);
  const whole = await store.outboxCount('box');
  await store.undo(change ?? '', 'jo', 2);
  expect([half, whole, await store.outboxCount('box')]).toEqual([0, 1, 0]);
});

it('undoes one change as one: what has not left leaves the outbox, the rest is new here alone', async () => {
  const store = await storeWith('1', '2', '3');
  await store.acknowledge({ ids: ['3'] }, 'jo', 1, 1, always);
  const { change } = await store.acknowledge({ ids: ['1', '2'] }, 'jo', 1, 1, always);
  await store.sent('cds', ['1'], 5);
  const undone = await store.undo(change ?? '', 'jo', 6);
  expect(undone).toMatchObject({ change, changed: 2, alreadySent: 1 });
  expect({
    new: await idsOf(store, { states: ['new'] }),
    told: await idsOf(store, { upstream: ['acknowledged'] }),
    queued: (await store.dueOutbox('cds', 10, 10)).map((item) => item.remoteId),
    again: (await store.undo(change ?? '', 'jo', 7)).changed,
  }).toEqual({ new: ['2', '1'], told: ['1'], queued: ['3'], again: 0 });
});

it('does not undo what a later change acknowledged again', async () => {
  const store = await storeWith('1');
  const first = await store.acknowledge({ ids: ['1'] }, 'jo', 1, 1, always);
  await store.undo(first.change ?? '', 'jo', 2);
  await store.acknowledge({ ids: ['1'] }, 'jo', 3, 3, always);
  await store.undo(first.change ?? '', 'jo', 4);
  expect(await idsOf(store, { states: ['acknowledged'] })).toEqual(['1']);
});

it('notes that the source was told even of what was undone while the call was on its way', async () => {
  const store = await storeWith('1');
  const { change } = await store.acknowledge({ ids: ['1'] }, 'jo', 1, 1, always);
  await store.undo(change ?? '', 'jo', 2);
  await store.sent('cds', ['1'], 3);
  await store.sendFailed('cds', new Map([['1', { reason: 'server-error', nextAttemptAt: 9 }]]), 4);
  const detail = await store.notification('1');
  expect([detail?.state, detail?.upstream, detail?.history.map((entry) => entry.event)]).toEqual([
    'new',
    'acknowledged',
    ['received', 'acknowledged', 'undone', 'sent'],
  ]);
});

it('shows a failure on the row, waits as told, and retries at once when asked', async () => {
  const store = await storeWith('1', '2');
  await store.acknowledge({ filter: {} }, 'jo', 1, 10, always);
  await store.sendFailed('cds', new Map([['1', { reason: 'server-error', nextAttemptAt: 5000 }]]), 11);
  const failed = await store.notification('1');
  expect([failed?.acknowledgeFailure, failed?.leavesAt]).toEqual([
    'server-error',
    '1970-01-01T00:00:05.000Z',
  ]);
  const before = await store.dueOutbox('cds', 20, 10);
  await store.retryOutbox('cds', 15);
  const after = await store.dueOutbox('cds', 20, 10);
  expect([before, after].map((items) => items.map((item) => [item.remoteId, item.attempts]))).toEqual([
    [['2', 0]],
    [
      ['2', 0],
      ['1', 1],
    ],
  ]);
});

it('lets each notification speak in one alert only', async () => {
  const store = await storeWith('1', '2', '3');
  await store.addAlert({ notifications: ['1'], title: 'one', body: '', urgency: 'critical' }, 1);
  const second = await store.addAlert(
    { notifications: ['1', '2'], title: 'two', body: 'b', urgency: 'critical' },
    2,
  );
  expect(second).toEqual({
    id: '2',
    notifications: ['2'],
    title: 'two',
    body: 'b',
    accounts: [],
    urgency: 'critical',
    attempts: 0,
  });
  expect(
    await store.addAlert({ notifications: ['2', '1'], title: 'three', body: '', urgency: 'critical' }, 3),
  ).toBeNull();
  expect((await store.unalerted('cds', 10)).map((row) => row.id)).toEqual(['3']);
});

it('keeps an alert pending until it was shown or given up', async () => {
  const store = await storeWith('1', '2');
  await store.addAlert({ notifications: ['1'], title: 'one', body: '', urgency: 'critical' }, 1);
  await store.addAlert({ notifications: ['2'], title: 'two', body: '', urgency: 'critical' }, 1);
  await store.alertOutcome('1', 'failed', 'no daemon', 2);
  const [first] = await store.pendingAlerts();
  await store.alertOutcome('1', 'shown', null, 3);
  await store.alertOutcome('2', 'not-shown', 'switched off', 4);
  expect([first?.attempts, await store.pendingAlerts()]).toEqual([1, []]);
  const last = (await store.notification('2'))?.history.at(-1);
  expect(last).toMatchObject({ event: 'alert-not-shown', detail: 'switched off' });
});

it('asks for an alert only for what must be acted on and is new', async () => {
  const { store } = await temporaryStore();
  await arrive(store, { remoteId: '1' });
  await arrive(store, { remoteId: '2', facts: { attention: 'watch' } });
  await arrive(store, { remoteId: '3' });
  await arrive(store, { remoteId: '4', account: 'other' });
  const silent = async () => (await store.unalerted('cds', 10)).map((row) => row.id);
  const before = await silent();
  const { change } = await store.acknowledge({ ids: ['1'] }, 'jo', 1, 1, always);
  const acknowledged = await silent();
  await store.undo(change ?? '', 'jo', 2);
  const undone = await silent();
  await store.putFacts([{ payload: 3, parts: [partWith({ attention: 'info' })], decoderVersion: 2 }]);
  expect([before, acknowledged, undone, await silent()]).toEqual([['1', '3'], ['3'], ['1', '3'], ['1']]);
});
