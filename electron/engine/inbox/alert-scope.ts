import type { SignedInAccount } from '../../../shared/accounts/account.ts';
import type { InboxStore } from '../store/store.ts';

/** What is known of an account when its alerts are weighed. Instants are epoch milliseconds. */
export interface AlertScope {
  /** When the account was added: what happened before is backfill. */
  readonly since: number;
  /** When the first backlog was drained; null while it still is. */
  readonly drainedAt: number | null;
  readonly coalesce: boolean;
}

export async function alertScope(
  store: Pick<InboxStore, 'accountRecord'>,
  account: SignedInAccount,
  now: number,
): Promise<Omit<AlertScope, 'coalesce'>> {
  const { firstSeenAt, drainedAt } = await store.accountRecord(account, now);
  return { since: account.addedAt === undefined ? firstSeenAt : Date.parse(account.addedAt), drainedAt };
}
