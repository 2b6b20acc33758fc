import { afterEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../shared/notification.ts';
import { discard, opened, seededArchive } from './cli/seeded-archive.fixture.ts';
import type { InboxStore } from './store/store.ts';
import { threadOf } from './thread-of.ts';

const A = '26GB1CR4DVQ71TAAR5';
const B = '26GB8WQ1L0D7YHRAA8';

/** A message with these links, as the decoder would list them. */
const message = (
  messageId: string,
  {
    mrn = null,
    lrn = null,
    conversation = null,
  }: Partial<Record<'mrn' | 'lrn' | 'conversation', string | null>>,
  known: Partial<Facts> = {},
): { readonly facts: Partial<Facts> } => ({
  facts: {
    ...{ messageId, mrn, lrn, conversationId: conversation, functionCode: '02', statusCode: null },
    references: Object.entries({ mrn, lrn, conversation }).flatMap(([kind, value]) =>
      value === null ? [] : [{ kind, value }],
    ),
    ...known,
  },
});

let directory = '';
let store: InboxStore;
const stored = async (...messages: readonly { readonly facts: Partial<Facts> }[]) => {
  directory = await seededArchive(messages);
  store = await opened(directory);
};
afterEach(async () => {
  await store.close();
  discard(directory);
});
const idsFrom = async (id: string) =>
  (await threadOf(store, id))?.entries.flatMap(({ ids }) => ids).sort((a, b) => Number(a) - Number(b));

describe('the thread of a notification', () => {
  it('is found from each of its messages, also where links lead through others', async () => {
    await stored(
      message('1', { lrn: 'L', conversation: 'c1' }),
      message('2', { mrn: A, conversation: 'c1' }),
      message('3', { mrn: A, lrn: 'L-amended', conversation: 'c2' }),
      message('4', { lrn: 'L-amended', conversation: 'c3' }),
      message('5', { conversation: 'c3' }),
      message('6', { mrn: B, lrn: 'other', conversation: 'c4' }),
    );
    const found = await Promise.all(['1', '2', '3', '4', '5', '6'].map(idsFrom));
    const whole = ['1', '2', '3', '4', '5'];
    expect(found).toEqual([whole, whole, whole, whole, whole, ['6']]);
  });

  it('joins late, when the message with the MRN comes', async () => {
    await stored(
      message('1', { lrn: 'L', conversation: 'c1' }),
      message('2', { lrn: 'L', conversation: 'c2' }),
    );
    const before = await threadOf(store, '1');
    await store.close();
    discard(directory);
    await stored(
      message('1', { lrn: 'L', conversation: 'c1' }),
      message('2', { lrn: 'L', conversation: 'c2' }),
      message('3', { mrn: A, lrn: 'L', conversation: 'c2' }),
    );
    const after = await threadOf(store, '1');
    expect([before?.mrn, before?.entries.length, after?.mrn, after?.entries.length]).toEqual([null, 2, A, 3]);
  });

  it('holds nothing of another declaration that uses the same LRN', async () => {
    await stored(
      message('1', { mrn: A, lrn: 'L', conversation: 'c1' }),
      message('2', { mrn: B, lrn: 'L', conversation: 'c2' }),
      message('3', { lrn: 'L', conversation: 'c2' }),
      message('4', { lrn: 'L', conversation: 'c3' }),
    );
    expect(await Promise.all(['1', '2', '3', '4'].map(idsFrom))).toEqual([
      ['1'],
      ['2', '3'],
      ['2', '3'],
      ['4'],
    ]);
  });

  it('of a movement has what shares it, and no status', async () => {
    const departure = (id: string) =>
      message(id, {}, { kind: 'ppns', references: [{ kind: 'departure', value: '6512f0ac91' }] });
    await stored(departure('1'), departure('2'), message('3', {}, { kind: 'ppns' }));
    expect([await idsFrom('1'), await idsFrom('3'), (await threadOf(store, '1'))?.status]).toEqual([
      ['1', '2'],
      ['3'],
      null,
    ]);
  });

  it('stops at 500 messages, and one with no links is by itself', async () => {
    await stored(
      message('0', {}),
      ...Array.from({ length: 520 }, (_, index) => message(`m${index}`, { mrn: A })),
    );
    expect([(await idsFrom('1'))?.length, (await idsFrom('2'))?.length, (await idsFrom('2'))?.[0]]).toEqual([
      1,
      500,
      '2',
    ]);
  });

  it('is null for what is not there', async () => {
    await stored(message('1', { mrn: A }));
    expect(await threadOf(store, '99')).toBeNull();
  });
});
