import type { Failure } from '../../../../shared/failure.ts';
import type { AuthorisedCall } from '../hmrc/authorised-call.ts';
import type { PollContext } from '../source.ts';
import type { CdsCursor } from './cursor.ts';
import { readMessage, type Unread } from './read-message.ts';
import type { Wanted, WantedMessages } from './wanted.ts';

export interface ReaderOptions {
  readonly context: PollContext;
  readonly call: AuthorisedCall;
  readonly wanted: WantedMessages;
  /** The cursor as it stands. */
  readonly cursor: () => CdsCursor;
  /** A listed message that neither queue gives: said once for each. */
  readonly onGone: (id: string) => void;
}

/** Reads what is wanted, and keeps each message as soon as it is here: reading is what consumes it upstream. */
export interface Reader {
  /** Until all is read, or `uptime` has come. Resolves with the failure where going on makes no sense. */
  readUntil(uptime: number): Promise<Failure | null>;
}

export function createReader({ context, call, wanted, cursor, onGone }: ReaderOptions): Reader {
  const { clock } = context;
  let failuresInARow = 0;
  let hasRead = false;
  let lastFailure: Failure | null = null;
  let stopped: Failure | null = null;
  let lost: readonly string[] = [];

  async function read(message: Wanted): Promise<void> {
    const outcome = await readMessage(context, call, message.id, message.from);
    if (outcome.is === 'unread') return unread(message, outcome);
    failuresInARow = 0;
    hasRead = true;
    if (outcome.is === 'gone') return gone(message);
    // Wanted until it is on disk: where the write fails, the message is read again.
    await context.keep([outcome.received]);
    await done(message.id);
  }

  async function done(id: string): Promise<void> {
    const isInCursor = wanted.isUnfinished(id) || wanted.isGone(id);
    const filled = wanted.filledBy(id);
    // It came after all, and with it all that the gap was told of for.
    if (filled !== null) await context.closeGap(filled.from, filled.to);
    wanted.done(id);
    if (isInCursor) await context.keep([], cursor());
    context.waiting(wanted.count());
  }

  async function gone({ id }: Wanted): Promise<void> {
    // Another process may have kept it in this archive meanwhile.
    const [isLacking] = await context.missing([id]);
    if (isLacking === undefined) return done(id);
    const now = clock.now();
    if (wanted.lacked(id, now)) {
      if (wanted.isGone(id)) wanted.gone(id, now);
      else lost = [...lost, id];
    }
    await context.keep([], cursor());
    context.waiting(wanted.count());
  }

  /** One gap for all that a round gives up: they are told of before they are forgotten. */
  async function tellLost(): Promise<void> {
    const [first] = lost;
    if (first === undefined) return;
    const now = clock.now();
    const since = lost.map((id) => wanted.listedAt(id, now)).reduce((one, other) => Math.min(one, other));
    await context.gap(since, now, goneWords(first, lost.length));
    for (const id of lost) {
      onGone(id);
      wanted.gone(id, now, { from: since, to: now });
    }
    lost = [];
    await context.keep([], cursor());
    context.waiting(wanted.count());
  }

  async function unread({ id }: Wanted, outcome: Unread): Promise<void> {
    lastFailure = outcome.failure;
    failuresInARow += 1;
    if (outcome.stop || failuresInARow >= MOST_FAILURES) stopped ??= outcome.failure;
    // An interrupted call is no failure of this message; the next start compares the queues anyway.
    if (!outcome.mayCount || context.signal.aborted) return;
    const attempts = wanted.failed(id, clock.now());
    const { instead } = outcome;
    // Shown for what it is, under an id of its own, so that the message itself is still wanted.
    const shown =
      instead !== null && attempts === SHOWN_AFTER ? [{ ...instead, remoteId: `${id}#unread` }] : [];
    await context.keep(shown, cursor());
  }

  return {
    readUntil: async (uptime) => {
      const messages = wanted.due(clock.now());
      context.waiting(wanted.count());
      let next = 0;
      let isBroken = false;
      const worker = async () => {
        for (;;) {
          const message = messages[next];
          const isOver = stopped !== null || isBroken || context.signal.aborted || clock.uptime() >= uptime;
          if (message === undefined || isOver) return;
          next += 1;
          await read(message).catch((error: unknown) => {
            isBroken = true;
            throw error;
          });
        }
      };
      const ends = await Promise.allSettled(Array.from({ length: WORKERS }, worker));
      // What cannot be written must not be read: that would consume it. The engine says what is wrong with the store.
      const broken = ends.find((end) => end.status === 'rejected');
      if (broken !== undefined) throw broken.reason;
      await tellLost();
      // One message that cannot be read must not hold up the others; nothing at all is a failure that shows.
      return stopped ?? (hasRead ? null : lastFailure);
    },
  };
}

/** The limiter spaces the calls; a few at once use the allowance where answers are slow. */
const WORKERS = 3;

const MOST_FAILURES = 3;

const goneWords = (id: string, count: number): string =>
  count === 1
    ? `HMRC listed message ${id} and no longer held it when it was asked for. It may have been lost on its way here.`
    : `HMRC listed ${count} messages, of which ${id} is one, and no longer held them when they were asked for. They may have been lost on their way here.`;

/** How often something else came in place of a message before it is shown as that. */
const SHOWN_AFTER = 3;
