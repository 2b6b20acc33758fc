import type { SignedInAccount } from '../../../shared/accounts/account.ts';
import { QUIET_RULES, type QuietMinutes, type QuietRule } from '../../../shared/quiet.ts';
import type { InboxStore, StoredAlert } from '../store/store.ts';
import type { Clock } from '../time/clock.ts';
import { alertScope } from './alert-scope.ts';
import { remindersDue } from './quiet-reminders.ts';
import { alreadySpoken } from './quiet-spoken.ts';
import type { GatherStore } from './threads/gather-thread.ts';

export interface QuietWatchOptions {
  readonly store: GatherStore & Pick<InboxStore, 'accountRecord' | 'overdue' | 'remind'>;
  readonly clock: Clock;
  /** How long each silence is borne; 0 switches a rule off. */
  readonly minutes: () => QuietMinutes;
  /** Whether many at once speak with one voice. */
  readonly coalesce: boolean;
  readonly say: (alert: StoredAlert) => Promise<void>;
}

export interface QuietWatch {
  /**
   * Gives notice of what was expected at one account and has not come. `asOf`, epoch milliseconds: the moment up to
   * which everything that the source holds has been read, since nothing is silent that was not listened to. Rejects
   * with a `StoreError`.
   */
  sweep(account: SignedInAccount, asOf: number): Promise<void>;
}

const AT_ONCE = 10_000;
const MINUTE_MS = 60_000;

export function createQuietWatch({ store, clock, minutes, coalesce, say }: QuietWatchOptions): QuietWatch {
  return {
    sweep: async (account, asOf) => {
      const { since, drainedAt } = await alertScope(store, account, clock.now());
      if (drainedAt === null) return;
      const overdue = await store.overdue(account.id, cutOffs(minutes(), asOf), AT_ONCE);
      if (overdue.length === 0) return;
      const spoken = await alreadySpoken(store, overdue, minutes().documents * MINUTE_MS);
      const unspoken = overdue.filter((wait) => !spoken.has(wait));
      const reminders = remindersDue(unspoken, { since, coalesce }, asOf);
      // Before they are said: what a process that dies here did not say is still due, and said once.
      for (const reminder of await store.remind(reminders, overdue, clock.now())) await say(reminder);
    },
  };
}

/** A limit is spoken of before it comes, a silence after it has lasted. */
export function cutOffs(minutes: QuietMinutes, asOf: number): Readonly<Partial<Record<QuietRule, number>>> {
  const watched = QUIET_RULES.filter((rule) => minutes[rule] > 0);
  return Object.fromEntries(
    watched.map((rule) => {
      const ms = minutes[rule] * MINUTE_MS;
      return [rule, rule === 'documents' ? asOf + ms : asOf - ms];
    }),
  );
}
