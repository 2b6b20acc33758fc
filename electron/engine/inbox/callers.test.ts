import { describe, expect, it } from 'vitest';
import { arrive } from '../../../test/support/store-builders.ts';
import { temporaryStore } from '../../../test/support/store-temporary.ts';
import { defraDetail } from '../../../shared/catalogue/defra-detail.ts';
import type { Facts } from '../../../shared/notification.ts';
import { StoreError, type InboxStore } from '../store/store.ts';
import { stillCalls, weigh } from './callers.ts';

const MRN = '26GB1CR4DVQ71TAAR5';
const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const ISSUED = '2026-11-22T09:00:00.000Z';

/** A message of one declaration that must be acted on unless said otherwise; ids count from 1. */
function receive(
  store: InboxStore,
  functionCode: string,
  { account = 'cds', ...facts }: Partial<Facts> & { account?: string } = {},
) {
  const messageId = facts.messageId ?? `${functionCode}-1`;
  return arrive(store, {
    account,
    remoteId: `${account}-${messageId}`,
    facts: {
      ...{ type: `DMS${functionCode}`, functionCode, messageId, mrn: MRN, lrn: 'L-1', issuedAt: ISSUED },
      references: [
        { kind: 'mrn', value: MRN },
        { kind: 'lrn', value: 'L-1' },
      ],
      ...facts,
    },
  });
}

const weighed = async (store: InboxStore, account = 'cds') => {
  const { callers, settled } = await weigh(store, await store.unalerted(account, 100), NOW);
  return [callers.map(({ row, ids, urgency }) => [row.type, [...ids], urgency]), Object.fromEntries(settled)];
};

describe('what still calls', () => {
  it('is what nothing has settled; the rest is settled, and says why', async () => {
    const { store } = await temporaryStore();
    await receive(store, '05');
    await receive(store, '06', { deadline: '2026-11-22T18:00:00.000Z' });
    expect(await weighed(store)).toEqual([
      [
        ['DMS05', ['1'], 'critical'],
        ['DMS06', ['2'], 'critical'],
      ],
      {},
    ]);
    await receive(store, '09', { attention: 'info' });
    const why = 'another message has settled it';
    expect(await weighed(store)).toEqual([[], { 1: why, 2: why }]);
  });

  it('speaks once of a message that two accounts hold', async () => {
    const { store } = await temporaryStore();
    await receive(store, '05');
    await receive(store, '05', { account: 'other' });
    const both = [[['DMS05', ['1', '2'], 'critical']], {}];
    expect([await weighed(store), await weighed(store, 'other')]).toEqual([both, both]);
    await store.addAlert({ notifications: ['1'], title: '', body: '', urgency: 'normal' }, NOW);
    expect(await weighed(store, 'other')).toEqual([[], { 2: 'an alert was due for another copy of it' }]);
  });

  it('speaks once of a message that one account holds twice', async () => {
    const { store } = await temporaryStore();
    await receive(store, '05');
    await arrive(store, { remoteId: 'again', facts: (await store.notification('1'))!.facts });
    expect(await weighed(store)).toEqual([[['DMS05', ['1', '2'], 'critical']], {}]);
  });

  it('bears the references of its thread where it has none', async () => {
    const { store } = await temporaryStore();
    const conversationId = 'c1';
    const conversation = { kind: 'conversation', value: 'c1' };
    await receive(store, '01', {
      ...{ attention: 'info', conversationId },
      references: [conversation, { kind: 'mrn', value: MRN }],
    });
    await receive(store, '05', { mrn: null, lrn: null, conversationId, references: [conversation] });
    const { callers } = await weigh(store, await store.unalerted('cds', 10), NOW);
    expect(callers.map(({ subject }) => subject)).toEqual([`MRN ${MRN}, LRN L-1`]);
  });

  it('is every message that is of no declaration', async () => {
    const { store } = await temporaryStore();
    await receive(store, '05', { kind: 'unrecognised' });
    await receive(store, '09', { attention: 'info', mrn: null, lrn: null, references: [] });
    expect(await weighed(store)).toEqual([[['DMS05', ['1'], 'critical']], {}]);
  });

  it('is what came damaged, until the goods are free', async () => {
    const { store } = await temporaryStore();
    await receive(store, '01', { attention: 'info' });
    await receive(store, '05', { kind: 'unrecognised' });
    expect(await weighed(store)).toEqual([[['DMS05', ['2'], 'critical']], {}]);
    await receive(store, '09', { attention: 'info' });
    const why = 'another message has settled it';
    expect(await weighed(store)).toEqual([[], { 2: why }]);
  });

  it('is a hold of one goods item when another is released', async () => {
    const { store } = await temporaryStore();
    await receive(store, '50', { messageId: 'a', details: [defraDetail('N02', 'goods item 1')] });
    const details = [defraDetail('C03', 'goods item 2')];
    await receive(store, '50', { messageId: 'b', details, attention: 'info' });
    expect(await weighed(store)).toEqual([[['DMS50', ['1'], 'critical']], {}]);
  });

  it('is what cannot be worked out; but a store that fails is told', async () => {
    const { store } = await temporaryStore();
    const row = await receive(store, '05');
    await receive(store, '09', { attention: 'info' });
    const failing = (error: Error) => ({
      ...store,
      linked: () => Promise.reject(error),
    });
    const { callers } = await weigh(failing(new TypeError('a bug')), [row], NOW);
    expect([callers.map(({ ids }) => ids), await stillCalls(store, row)]).toEqual([[['1']], false]);
    await expect(weigh(failing(new StoreError('store-locked', 'by a test')), [row], NOW)).rejects.toThrow(
      'store-locked',
    );
  });
});
