import type { PollContext, Received } from '../source.ts';
import { elementsOf, type ListedElement } from './box-calls.ts';
import { receivedFrom } from './list-element.ts';
import type { PageRead } from './reading-progress.ts';

/** What came on one page, and what of it is still to be kept. */
export interface ReadPage {
  readonly seen: Pick<PageRead, 'length' | 'last' | 'newest' | 'fresh' | 'kept'>;
  /** Its end, to be kept together with how far has been read. All before it is kept already. */
  readonly rest: readonly Received[];
}

/**
 * Reads a page part by part: a page as long as HMRC promises is one part, and a list that is far longer than was asked
 * for holds no more of itself in memory, and keeps others waiting no longer, than one part of it. Null where the body is
 * no whole list; what was kept until then is read again.
 */
export async function readPage(context: PollContext, body: Uint8Array): Promise<ReadPage | null> {
  const elements = elementsOf(body);
  const kept: number[] = [];
  let length = 0;
  let fresh = 0;
  let last: number | null = null;
  let newest: number | null = null;
  let rest: readonly Received[] = [];
  for (;;) {
    const { part, isEnd } = nextPart(elements);
    if (isEnd === 'broken') return null;
    const received = distinct(part.map(receivedFrom));
    const missing = new Set(await context.missing(received.map(({ remoteId }) => remoteId)));
    for (const { remoteId, createdAt } of received) {
      if (createdAt !== null) {
        last = createdAt;
        newest = Math.max(newest ?? createdAt, createdAt);
      }
      if (!missing.has(remoteId)) continue;
      fresh += 1;
      if (createdAt !== null) kept.push(createdAt);
    }
    length += part.length;
    rest = received;
    if (isEnd) return { seen: { length, last, newest, fresh, kept }, rest };
    await context.keep(received);
  }
}

/** As many elements as are dealt with at once, and whether they are the last. */
function nextPart(elements: Generator<ListedElement, boolean>): {
  readonly part: readonly ListedElement[];
  readonly isEnd: boolean | 'broken';
} {
  const part: ListedElement[] = [];
  let bytes = 0;
  while (part.length < MOST_AT_ONCE && bytes < MOST_BYTES_AT_ONCE) {
    const next = elements.next();
    if (next.done === true) return { part, isEnd: next.value ? true : 'broken' };
    part.push(next.value);
    bytes += next.value.json.byteLength;
  }
  return { part, isEnd: false };
}

/** More than HMRC promises for one page. */
const MOST_AT_ONCE = 200;
/** More than its gateway lets through at once. */
const MOST_BYTES_AT_ONCE = 12 * 1_048_576;

function distinct(received: readonly Received[]): readonly Received[] {
  return [...new Map(received.map((message) => [message.remoteId, message])).values()];
}
