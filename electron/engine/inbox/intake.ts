import { unrecognisedFacts } from '../../../shared/blank-facts.ts';
import type { NotificationRow } from '../../../shared/notification.ts';
import type { DecodedPart, InboxStore, UndecodedPayload } from '../store/store.ts';

/** How a payload is read. Total: what it cannot read comes back as `unrecognised`. */
export interface Reader {
  readonly version: (source: UndecodedPayload['source']) => number;
  readonly read: (payload: UndecodedPayload) => readonly DecodedPart[];
}

export interface Intake {
  /** Reads every payload that was kept and not read yet; the rows that came of it, oldest first. Rejects with a `StoreError`. */
  drain(): Promise<readonly NotificationRow[]>;
}

/** Fifty to a hundred rows a transaction keep the store answering between two of them. */
const BATCH = 50;

/** How often reading may have been begun by processes that then died: a kill at a bad moment is no proof of guilt. */
const MOST_DEATHS = 3;

/**
 * Turns kept payloads into notifications. Payloads are durable before they are read, and each attempt is counted
 * before it begins: one that takes the process down with it every time is shown unread instead of being tried for
 * ever. What an earlier process left is read one by one, so that only the culprit's count rises.
 */
export function createIntake(store: InboxStore, reader: Reader): Intake {
  let running: Promise<readonly NotificationRow[]> = Promise.resolve([]);
  let size = 1;
  /** Attempts that ended here without a result, such as on a full disk: nobody died of them. */
  const survived = new Map<number, number>();

  async function readAll(): Promise<readonly NotificationRow[]> {
    const rows: NotificationRow[] = [];
    for (;;) {
      const batch = await store.takeUndecoded(size);
      if (batch.length === 0) {
        size = BATCH;
        return rows;
      }
      rows.push(...(await put(batch)));
    }
  }

  async function put(batch: readonly UndecodedPayload[]): Promise<readonly NotificationRow[]> {
    const decoded = batch.map((payload) => ({
      payload: payload.payload,
      parts: deathsOf(payload) > MOST_DEATHS ? [unread(payload, 'its reading never ended')] : read(payload),
      decoderVersion: reader.version(payload.source),
    }));
    try {
      const rows = await store.putFacts(decoded);
      for (const { payload } of batch) survived.delete(payload);
      return rows;
    } catch (error) {
      for (const { payload } of batch) survived.set(payload, (survived.get(payload) ?? 0) + 1);
      throw error;
    }
  }

  const deathsOf = ({ payload, attempts }: UndecodedPayload) => attempts - 1 - (survived.get(payload) ?? 0);

  /** Decoders do not throw; if one does all the same, it costs its own message its facts and no other's. */
  function read(payload: UndecodedPayload): readonly DecodedPart[] {
    try {
      return reader.read(payload);
    } catch (error) {
      // Its message may hold payload text.
      return [unread(payload, `fault in Quayside: ${error instanceof Error ? error.name : typeof error}`)];
    }
  }

  return {
    // One at a time: two drains would count each other's payloads as attempts that never ended.
    drain: () => (running = running.catch(() => []).then(readAll)),
  };
}

function unread({ envelope }: UndecodedPayload, problem: string): DecodedPart {
  const words = {
    title: 'Message not read',
    meaning: 'Quayside could not finish reading this message, so it is shown as it came.',
    nextStep: 'Open the payload, and report the message so that it can be read in a later version.',
  };
  const conversationId = envelope['x-conversation-id'] ?? null;
  return { facts: { ...unrecognisedFacts(words, problem), conversationId }, searchText: '' };
}
