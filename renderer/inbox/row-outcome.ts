import type { Failure, Reason } from '../../shared/failure.ts';
import type { NotificationRow } from '../../shared/notification.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { secondsUntil } from '../ui/format.ts';
import { sourceSubjects } from '../ui/source-subject.ts';
import type { Mark } from './marks.ts';

/** How far the acknowledgement of one row has come. */
export type RowOutcome =
  | { readonly kind: 'none' }
  /** Not stored here. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'leaving'; readonly seconds: number }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent' }
  /** Stored here; the source keeps no mark of ours. */
  | { readonly kind: 'here' }
  /** Stored here; the source did not take it. */
  | { readonly kind: 'not-sent'; readonly reason: Reason };

export function rowOutcome(
  row: NotificationRow,
  mark: Mark | undefined,
  keepsMark: boolean,
  now: number,
): RowOutcome {
  if (row.state !== 'acknowledged') {
    return mark?.phase === 'refused' ? { kind: 'refused', failure: mark.failure } : { kind: 'none' };
  }
  if (row.upstream === 'acknowledged') return { kind: 'sent' };
  if (!keepsMark) return { kind: 'here' };
  if (row.acknowledgeFailure !== null) return { kind: 'not-sent', reason: row.acknowledgeFailure };
  const seconds = row.leavesAt === null ? 0 : secondsUntil(row.leavesAt, now);
  return seconds > 0 ? { kind: 'leaving', seconds } : { kind: 'sending' };
}

/** Whether the source of this row keeps acknowledgements; where its account is gone, the row itself must tell. */
export function keepsMark(row: NotificationRow, accounts: readonly AccountStatus[]): boolean {
  const account = accounts.find(({ id }) => id === row.account);
  if (account !== undefined) return account.acknowledgesUpstream;
  return sourceSubjects[row.source] === 'declaration' && row.upstream !== null;
}

/** Long enough in sight to be read and undone. */
const IN_SIGHT_MS = 6000;

/** Nothing more will happen to the row by itself, and it was in sight for a while. */
export function hasSettled(row: NotificationRow, askedAt: number, keeps: boolean, now: number): boolean {
  if (now - askedAt < IN_SIGHT_MS) return false;
  const { kind } = rowOutcome(row, undefined, keeps, now);
  return kind === 'sent' || kind === 'here' || kind === 'none';
}
