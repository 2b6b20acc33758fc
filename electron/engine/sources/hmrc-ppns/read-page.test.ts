import { describe, expect, it } from 'vitest';
import type { PollContext, Received } from '../source.ts';
import { readPage } from './read-page.ts';

const START = Date.UTC(2026, 10, 22, 9, 0, 0);
const idOf = (index: number) => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const listed = (index: number, message = 'text') => ({
  notificationId: idOf(index),
  messageContentType: 'application/json',
  message,
  createdDateTime: new Date(START + index).toISOString(),
});

/** A store that holds `held` already, and notes how many are kept at once. */
function setUp(held: readonly string[] = []) {
  const keptAtOnce: number[] = [];
  const ids = new Set(held);
  const context: Pick<PollContext, 'keep' | 'missing'> = {
    missing: async (remoteIds) => remoteIds.filter((id) => !ids.has(id)),
    keep: async (received: readonly Received[]) => {
      keptAtOnce.push(received.length);
      return { fresh: received.length };
    },
  };
  const read = (text: string) => readPage(context as PollContext, new TextEncoder().encode(text));
  return { read, keptAtOnce };
}

describe('a page of a box', () => {
  it('is kept as one with how far has been read, where it is as long as HMRC promises', async () => {
    const { read, keptAtOnce } = setUp([idOf(0)]);
    const page = await read(JSON.stringify([listed(0), listed(1), listed(2), listed(2)]));
    expect([keptAtOnce, page?.rest.map(({ remoteId }) => remoteId), page?.seen]).toEqual([
      [],
      [idOf(0), idOf(1), idOf(2)],
      { length: 4, last: START + 2, newest: START + 2, fresh: 2, kept: [START + 1, START + 2] },
    ]);
  });

  it('is kept part by part where it is far longer, and loses nothing', async () => {
    const { read, keptAtOnce } = setUp();
    const page = await read(JSON.stringify(Array.from({ length: 1050 }, (_, index) => listed(index))));
    expect([keptAtOnce, page?.rest.length, page?.seen.length, page?.seen.fresh, page?.seen.last]).toEqual([
      [200, 200, 200, 200, 200],
      50,
      1050,
      1050,
      START + 1049,
    ]);
  });

  it('is kept part by part where its messages are long', async () => {
    const { read, keptAtOnce } = setUp();
    const long = 'x'.repeat(5 * 1_048_576);
    const page = await read(JSON.stringify(Array.from({ length: 7 }, (_, index) => listed(index, long))));
    expect([keptAtOnce, page?.rest.length]).toEqual([[3, 3], 1]);
  });

  it.each([
    ['an object', '{"code":"X"}'],
    ['a web page', '<html></html>'],
    ['cut off', JSON.stringify([listed(0), listed(1)]).slice(0, -9)],
    ['followed by something', '[] []'],
    ['nothing', ''],
  ])('is none where what came is %s', async (_, text) => {
    const { read, keptAtOnce } = setUp();
    expect([await read(text), keptAtOnce]).toEqual([null, []]);
  });

  it('is empty where the box is', async () => {
    expect(await setUp().read(' [ ] ')).toEqual({
      seen: { length: 0, last: null, newest: null, fresh: 0, kept: [] },
      rest: [],
    });
  });
});
