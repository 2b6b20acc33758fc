import type { NotificationRow } from '../../../shared/notification.ts';

/** What is known of an account when its alerts are weighed. Instants are epoch milliseconds. */
export interface AlertScope {
  /** When the account was added: what happened before is backfill. */
  readonly since: number;
  /** When the first backlog was drained; null while it still is. */
  readonly drainedAt: number | null;
  readonly coalesce: boolean;
}

export interface AlertDraft {
  readonly notifications: readonly string[];
  readonly title: string;
  readonly body: string;
}

/** More than this at once speak with one voice: a broker reads one alert, not a column of them. */
const AT_ONCE = 3;

/**
 * Which alerts are due for rows that must be acted on and of which none has spoken yet.
 *
 * Backfill is what the source already held when the account was added. It waits until the first backlog is drained
 * and then gets one summary. What arrives later always alerts, whatever date it bears.
 */
export function alertsDue(rows: readonly NotificationRow[], scope: AlertScope): readonly AlertDraft[] {
  const backfill = rows.filter((row) => isBackfill(row, scope));
  const live = rows.filter((row) => !isBackfill(row, scope));
  const summary = scope.drainedAt !== null && backfill.length > 0 ? [backfillSummary(backfill)] : [];
  return [...summary, ...(scope.coalesce && live.length > AT_ONCE ? [together(live)] : live.map(single))];
}

function isBackfill(row: NotificationRow, scope: AlertScope): boolean {
  const cameWithFirstBacklog = scope.drainedAt === null || Date.parse(row.receivedAt) <= scope.drainedAt;
  return cameWithFirstBacklog && happenedAt(row) < scope.since;
}

function happenedAt(row: NotificationRow): number {
  return Date.parse(row.issuedAt ?? row.receivedAt);
}

function single(row: NotificationRow): AlertDraft {
  return { notifications: [row.id], title: row.title, body: naming(row) };
}

function together(rows: readonly NotificationRow[]): AlertDraft {
  const newestFirst = [...rows].reverse();
  return {
    notifications: newestFirst.map((row) => row.id),
    title: `${rows.length} notifications need you`,
    body: tally(rows),
  };
}

function backfillSummary(rows: readonly NotificationRow[]): AlertDraft {
  const newestFirst = [...rows].reverse();
  return {
    notifications: newestFirst.map((row) => row.id),
    title:
      rows.length === 1
        ? '1 earlier notification needs you'
        : `${rows.length} earlier notifications need you`,
    body: `From before this account was added: ${tally(rows)}`,
  };
}

/** `DMSREJ 26GB… LRN-1`: enough to know which lorry, and nothing personal. */
function naming(row: NotificationRow): string {
  return [row.type, row.mrn, row.lrn].filter((part) => part !== null).join('  ');
}

function tally(rows: readonly NotificationRow[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.type, (counts.get(row.type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${type}`).join(', ');
}
