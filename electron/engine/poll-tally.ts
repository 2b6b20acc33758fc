import type { Journal } from './journal.ts';
import type { MadeCall } from './source-call.ts';
import { toInstant } from './time/clock.ts';

/**
 * One `poll` entry for each list call, with what came of it: messages that are fetched after the list belong to it,
 * so the entry is written when the next list call or the round ends.
 */
export function createPollTally(account: string, journal: Journal) {
  let open: { call: MadeCall; received: number; fresh: number } | null = null;

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
    kept: (received: number, fresh: number) => {
      if (open === null) return;
      open.received += received;
      open.fresh += fresh;
    },
    close,
  };
}

export type PollTally = ReturnType<typeof createPollTally>;
