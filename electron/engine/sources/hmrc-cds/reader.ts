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
}

/** Reads what is wanted, and keeps each message as soon as it is here: reading is what consumes it upstream. */
export interface Reader {
  /** Until all is read, or `uptime` has come. Resolves with the failure where going on makes no sense. */
  readUntil(uptime: number): Promise<Failure | null>;
}

export function createReader({ context, call, wanted, cursor }: ReaderOptions): Reader {
  const { clock } = context;
  let failuresInARow = 0;
  let hasRead = false;
  let lastFailure: Failure | null = null;
  let stopped: Failure | null = null;

  async function read(message: Wanted): Promise<void> {
    const outcome = await readMessage(context, call, message.id, message.from);
    if (outcome.is === 'unread') return unread(message, outcome);
    failuresInARow = 0;
    hasRead = true;
    // Wanted until it is on disk: where the write fails, the message is read again.
    if (outcome.is === 'received') await context.keep([outcome.received]);
    const wasUnfinished = wanted.isUnfinished(message.id);
    wanted.done(message.id);
    if (wasUnfinished) await context.keep([], cursor());
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
      // One message that cannot be read must not hold up the others; nothing at all is a failure that shows.
      return stopped ?? (hasRead ? null : lastFailure);
    },
  };
}

/** The limiter spaces the calls; a few at once use the allowance where answers are slow. */
const WORKERS = 3;

const MOST_FAILURES = 3;

/** How often something else came in place of a message before it is shown as that. */
const SHOWN_AFTER = 3;
