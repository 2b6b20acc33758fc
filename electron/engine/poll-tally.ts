import type { Journal } from './journal.ts';
import type { MadeCall } from './source-call.ts';
import { toInstant } from './time/clock.ts';

/** What a round came to: something new was kept, or it is known from now on that more has been read, or neither. */
export type RoundProgress = 'news' | 'further' | 'none';

/**
 * One `poll` entry for each list call, with what came of it: messages that are fetched after the list belong to it,
 * so the entry is written when the next list call or the round ends.
 */
export function createPollTally(account: string, journal: Journal) {
  let open: { call: MadeCall; received: number; fresh: number } | null = null;
  let progress: RoundProgress = 'none';

  function close(): void {
    if (open === null) return;
    const { call, received, fresh } = open;
    open = null;
    journal({
      event: 'poll',
      account,
      at: toInstant(call.at),
      endpoint: call.endpoint,
      status: call.status,
      received,
      new: fresh,
    });
  }

  return {
    called: (call: MadeCall) => {
      if (call.kind !== 'list') return;
      close();
      open = { call, received: 0, fresh: 0 };
    },
    /** `movedOn`: a cursor was kept with them, which sources do where it is another one. */
    kept: (received: number, fresh: number, movedOn: boolean) => {
      if (fresh > 0) progress = 'news';
      else if (movedOn && progress === 'none') progress = 'further';
      if (open === null) return;
      open.received += received;
      open.fresh += fresh;
    },
    close,
    progress: (): RoundProgress => progress,
  };
}

export type PollTally = ReturnType<typeof createPollTally>;
