import type { NotificationRow } from '../../../shared/notification.ts';
import type { NewAlert } from '../store/store.ts';
import type { AlertScope } from './alert-scope.ts';
import { highestOf } from './alert-urgency.ts';
import { alertBody, togetherBody } from './alert-words.ts';

/** A notification that calls for somebody and of which no alert has spoken. */
export interface Caller {
  readonly row: NotificationRow;
  /** Every notification that is this message, its own id among them. */
  readonly ids: readonly string[];
  /** What it is about, in the light of its thread; null where nothing names it. */
  readonly subject: string | null;
  readonly urgency: NewAlert['urgency'];
}

/** More than this at once speak with one voice: a broker reads one alert, not a column of them. */
export const AT_ONCE = 3;

/**
 * The alerts for what calls, oldest first. Backfill is what the source already held when the account was added: it
 * gets one summary. What arrives later always alerts, whatever date it bears.
 */
export function alertsDue(callers: readonly Caller[], scope: AlertScope): readonly NewAlert[] {
  const backfill = callers.filter(({ row }) => isBackfill(row, scope));
  const live = callers.filter(({ row }) => !isBackfill(row, scope));
  const summary = backfill.length > 0 ? [backfillSummary(backfill)] : [];
  return [...summary, ...(scope.coalesce && live.length > AT_ONCE ? [together(live)] : live.map(single))];
}

/** Backfill waits until the first backlog is drained. */
export const isWithheld = (row: NotificationRow, scope: AlertScope): boolean =>
  scope.drainedAt === null && isBackfill(row, scope);

function isBackfill(row: NotificationRow, scope: AlertScope): boolean {
  const cameWithFirstBacklog = scope.drainedAt === null || Date.parse(row.receivedAt) <= scope.drainedAt;
  return cameWithFirstBacklog && happenedAt(row) < scope.since;
}

function happenedAt(row: NotificationRow): number {
  return Date.parse(row.issuedAt ?? row.receivedAt);
}

function single(caller: Caller): NewAlert {
  return {
    notifications: newestFirst([caller]),
    title: caller.row.title,
    body: alertBody(caller),
    urgency: caller.urgency,
  };
}

function together(callers: readonly Caller[]): NewAlert {
  return {
    notifications: newestFirst(callers),
    title: `${callers.length} notifications need you`,
    body: togetherBody(callers),
    urgency: highestOf(callers.map(({ urgency }) => urgency)),
  };
}

function backfillSummary(callers: readonly Caller[]): NewAlert {
  return {
    ...together(callers),
    title:
      callers.length === 1
        ? '1 earlier notification needs you'
        : `${callers.length} earlier notifications need you`,
    body: `From before this account was added: ${togetherBody(callers)}`,
  };
}

const newestFirst = (callers: readonly Caller[]): readonly string[] =>
  [...new Set(callers.flatMap(({ ids }) => ids))].sort((a, b) => Number(b) - Number(a));
