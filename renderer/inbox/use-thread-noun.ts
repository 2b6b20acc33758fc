import type { AccountStatus } from '../../shared/status.ts';
import { useStatus } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { threadNoun, type ThreadNoun } from '../ui/source-subject.ts';

const NO_ACCOUNTS: readonly AccountStatus[] = [];

/** Accounts whose notifications the list may show: those that it is narrowed to, else all. */
export const shownAccounts = (
  accounts: readonly AccountStatus[],
  narrowedTo: readonly string[],
): readonly AccountStatus[] =>
  narrowedTo.length === 0 ? accounts : accounts.filter(({ id }) => narrowedTo.includes(id));

/** What a thread is called in the list as it is narrowed now. */
export function useThreadNoun(): ThreadNoun {
  const { navigator } = useServices();
  const narrowedTo = useStore(navigator.place, ({ narrowing }) => narrowing.accounts);
  const accounts = useStatus().data?.accounts ?? NO_ACCOUNTS;
  return threadNoun(shownAccounts(accounts, narrowedTo).map(({ source }) => source));
}
