import type { Facts, NotificationRow } from '../../../shared/notification.ts';
import type { DecodedPart, InboxStore, UndecodedPayload } from '../store/store.ts';

/** How a payload is read. Total: what it cannot read comes back as `unrecognised`. */
export interface Reader {
  readonly version: (source: UndecodedPayload['source']) => number;
  readonly read: (payload: UndecodedPayload) => readonly DecodedPart[];
}

export interface Intake {
  /** Reads every payload that was kept and not read yet; the rows that came of it, oldest first. */
  drain(): Promise<readonly NotificationRow[]>;
}

/** Fifty to a hundred rows a transaction keep the store answering between two of them. */
const BATCH = 50;

/**
 * Turns kept payloads into notifications. Payloads are durable before they are read, and each attempt is counted
 * before it begins: one that once took the process down with it is shown unread instead of being tried for ever.
 */
export function createIntake(store: InboxStore, reader: Reader): Intake {
  let running: Promise<readonly NotificationRow[]> = Promise.resolve([]);

  async function readAll(): Promise<readonly NotificationRow[]> {
    const rows: NotificationRow[] = [];
    for (;;) {
      const batch = await store.takeUndecoded(BATCH);
      if (batch.length === 0) return rows;
      const decoded = batch.map((payload) => ({
        payload: payload.payload,
        parts: payload.attempts > 1 ? [neverFinished(payload)] : reader.read(payload),
        decoderVersion: reader.version(payload.source),
      }));
      rows.push(...(await store.putFacts(decoded)));
    }
  }

  return {
    // One at a time: two drains would count each other's payloads as attempts that never ended.
    drain: () => (running = running.catch(() => []).then(readAll)),
  };
}

function neverFinished(payload: UndecodedPayload): DecodedPart {
  const facts: Facts = {
    kind: 'unrecognised',
    type: 'unknown',
    functionCode: null,
    statusCode: null,
    title: 'Message not read',
    meaning: 'Quayside stopped while it read this message, so it is shown as it came.',
    nextStep: 'Open the payload, and report the message so that it can be read in a later version.',
    attention: 'watch',
    outcome: 'unknown',
    mrn: null,
    lrn: null,
    version: null,
    messageId: null,
    conversationId: payload.envelope['x-conversation-id'] ?? null,
    issuedAt: null,
    trader: null,
    references: [],
    errors: [],
    payments: [],
    deadline: null,
    problems: [`reading was begun ${payload.attempts - 1} time(s) before and never ended`],
  };
  return { facts, searchText: '' };
}
