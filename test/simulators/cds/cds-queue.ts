/** A message that CDS puts in an application's queue. */
export interface NewCdsMessage {
  readonly body: string | Uint8Array;
  /** The conversation of the submission it answers; a random one where absent. */
  readonly conversationId?: string;
  readonly badgeIdentifier?: string;
  readonly correlationId?: string;
  /** `application/xml; charset=UTF-8` where absent. */
  readonly contentType?: string;
  /** The id in the queue; a random one where absent. */
  readonly id?: string;
  /** Epoch milliseconds; now where absent. */
  readonly receivedAt?: number;
}

export interface CdsEntry {
  readonly id: string;
  readonly conversationId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly receivedAt: number;
  /** From when on it counts as pulled; null while nobody read it. May lie ahead: the stamp is written late. */
  stampedAt: number | null;
}

/** One application's queue. */
export interface CdsQueue {
  add(message: NewCdsMessage): string;
  /** Null for what was never there, and for what its retention has ended. */
  find(id: string): CdsEntry | null;
  isPulled(entry: CdsEntry): boolean;
  /** Marks as read, `afterMs` from now; a stamp that is there already stays. */
  stamp(entry: CdsEntry, afterMs: number): void;
  remove(id: string): void;
  /** Everything that is there at this moment, in the order of arrival. */
  entries(): readonly CdsEntry[];
}

/** `now` in epoch milliseconds. Messages leave `retentionMs()` after they were received, read or not. */
export function cdsQueue(now: () => number, retentionMs: () => number, uuid: () => string): CdsQueue {
  const held = new Map<string, CdsEntry>();
  const isThere = (entry: CdsEntry) => now() - entry.receivedAt < retentionMs();

  return {
    add(message) {
      const id = message.id ?? uuid();
      const conversationId = message.conversationId ?? uuid();
      held.set(id, {
        id,
        conversationId,
        headers: headersOf(message, conversationId, id),
        body: Buffer.from(message.body),
        receivedAt: message.receivedAt ?? now(),
        stampedAt: null,
      });
      return id;
    },
    find(id) {
      const entry = held.get(id);
      return entry && isThere(entry) ? entry : null;
    },
    isPulled: (entry) => entry.stampedAt !== null && entry.stampedAt <= now(),
    stamp: (entry, afterMs) => {
      entry.stampedAt ??= now() + afterMs;
    },
    remove: (id) => void held.delete(id),
    entries: () => [...held.values()].filter(isThere),
  };
}

/** What comes with the body when it is read. `Location` is an inner path of HMRC's, useless to a client. */
function headersOf(message: NewCdsMessage, conversationId: string, id: string): Record<string, string> {
  return {
    'Content-Type': message.contentType ?? 'application/xml; charset=UTF-8',
    'X-Conversation-ID': conversationId,
    ...(message.badgeIdentifier === undefined ? {} : { 'X-Badge-Identifier': message.badgeIdentifier }),
    ...(message.correlationId === undefined ? {} : { 'X-Correlation-ID': message.correlationId }),
    Location: `/notification/${id}`,
  };
}
