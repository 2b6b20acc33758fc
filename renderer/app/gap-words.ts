import type { AccountGap, AccountStatus } from '../../shared/status.ts';
import { shortTime } from '../ui/format.ts';

/** A stretch in which an account may have missed something. */
export interface OpenGap {
  readonly account: AccountStatus;
  readonly gap: AccountGap;
}

/** Every gap that nobody has dismissed, in the order of the accounts, the newest of each first. */
export const openGaps = (accounts: readonly AccountStatus[]): readonly OpenGap[] =>
  accounts.flatMap((account) => account.gaps.map((gap) => ({ account, gap })));

/** Names a gap among all. */
export const gapKey = ({ account, gap }: OpenGap): string => `${account.id} ${gap.from} ${gap.to}`;

/** `from 14 Nov 09:00 to today 08:12`. */
export const gapSpan = ({ from, to }: AccountGap, now: number): string =>
  `from ${moment(from, now)} to ${moment(to, now)}`;

/** `Cards: something may be missing from 14 Nov 09:00 to today 08:12`. */
export const gapSentence = ({ account, gap }: OpenGap, now: number): string =>
  `${account.name}: something may be missing ${gapSpan(gap, now)}`;

function moment(at: string, now: number): string {
  const short = shortTime(at, now);
  return short.length === 'hh:mm'.length ? `today ${short}` : short;
}
