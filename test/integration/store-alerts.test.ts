import { expect, it } from 'vitest';
import { arrive, partWith } from '../support/store-builders.ts';
import { temporaryStore } from '../support/store-temporary.ts';

const alert = { title: 't', body: 'b', urgency: 'critical' } as const;

it('keeps how urgent an alert is', async () => {
  const { store } = await temporaryStore();
  await arrive(store, { remoteId: '1' });
  const kept = await store.addAlert({ ...alert, notifications: ['1'], urgency: 'normal' }, 1);
  expect([kept?.urgency, (await store.pendingAlerts()).map(({ urgency }) => urgency)]).toEqual([
    'normal',
    ['normal'],
  ]);
});

it('reminds of what has spoken already, and takes no first word from what has not', async () => {
  const { store } = await temporaryStore();
  for (const remoteId of ['1', '2']) await arrive(store, { remoteId });
  await store.addAlert({ ...alert, notifications: ['1'] }, 1);
  await store.alertOutcome('1', 'shown', null, 2);
  const reminder = { ...alert, notifications: ['2', '1', '9'], urgency: 'normal' as const };
  const [kept] = await store.remind([reminder], [], 3);
  const pending = await store.pendingAlerts();
  await store.alertOutcome(kept?.id ?? '', 'shown', null, 4);
  expect({
    kept,
    pending,
    left: await store.pendingAlerts(),
    unalerted: (await store.unalerted('cds', 10)).map(({ id }) => id),
    history: (await store.notification('2'))?.history.map(({ event }) => event),
  }).toEqual({
    kept: { ...reminder, id: '2', notifications: ['2', '1'], accounts: [], attempts: 0 },
    pending: [kept],
    left: [],
    unalerted: ['2'],
    history: ['received', 'alert-shown'],
  });
});

it('refuses to remind of what is not there, and forgets a reminder of what is gone', async () => {
  const { store } = await temporaryStore();
  await arrive(store, { remoteId: '1' });
  await store.putFacts([{ payload: 1, parts: [partWith(), partWith()], decoderVersion: 1 }]);
  await expect(store.remind([{ ...alert, notifications: ['9'] }], [], 1)).rejects.toMatchObject({
    reason: 'not-found',
  });
  await store.remind([{ ...alert, notifications: ['2'] }], [], 1);
  await store.addAlert({ ...alert, notifications: ['2'] }, 1);
  await store.putFacts([{ payload: 1, parts: [partWith()], decoderVersion: 2 }]);
  const fewer = await store.pendingAlerts();
  await store.remind([{ ...alert, notifications: ['1'] }], [], 1);
  await store.forgetAccount('cds');
  expect([fewer, await store.pendingAlerts(), await store.check()]).toEqual([[], [], []]);
});

it('settles what no alert is due for any more, and notes why', async () => {
  const { store } = await temporaryStore();
  for (const remoteId of ['1', '2', '3']) await arrive(store, { remoteId });
  await store.addAlert({ ...alert, notifications: ['1'] }, 1);
  await store.settleAlerts(['1', '2'], 'cleared the same second', 5);
  const { change } = await store.acknowledge({ filter: {} }, 'jo', 6, 6, () => false);
  await store.undo(change ?? '', 'jo', 7);
  const history = async (id: string) =>
    (await store.notification(id))?.history.filter(({ event }) => event.startsWith('alert'));
  expect({
    unalerted: (await store.unalerted('cds', 10)).map(({ id }) => id),
    pending: (await store.pendingAlerts()).map(({ id }) => id),
    spoken: await history('1'),
    settled: await history('2'),
    alertedAnew: await store.addAlert({ ...alert, notifications: ['2'] }, 8),
  }).toEqual({
    unalerted: ['3'],
    pending: ['1'],
    spoken: [],
    settled: [
      {
        at: '1970-01-01T00:00:00.005Z',
        event: 'alert-not-shown',
        by: null,
        detail: 'cleared the same second',
      },
    ],
    alertedAnew: null,
  });
});
