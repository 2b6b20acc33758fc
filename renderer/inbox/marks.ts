import type { ListRow } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NotificationRow } from '../../shared/notification.ts';

/** What this window did to one row and does not yet see in the list, or wants to keep in sight. */
export type Mark =
  | {
      /** `asked` shows the row as done before the list says so; `stored` keeps it in sight where it was done. */
      readonly phase: 'asked' | 'stored';
      /** As it looks acknowledged. */
      readonly row: ListRow;
      /** The list in which it was acknowledged. */
      readonly list: string;
      readonly at: number;
      /** What undoes it; null until the engine has answered. */
      readonly change: string | null;
    }
  /** Not stored: the row is as it was, with the reason on it. */
  | { readonly phase: 'refused'; readonly failure: Failure };

/** One act that can be undone as one. */
export interface Change {
  readonly id: string;
  /** The rows that it marked. */
  readonly ids: readonly string[];
  readonly sentence: string;
  /** Until when undoing it also stops it from leaving, epoch milliseconds. */
  readonly leavesAt: number;
}

export interface Triage {
  readonly marks: ReadonlyMap<string, Mark>;
  /** Newest first. */
  readonly changes: readonly Change[];
}

export const NO_TRIAGE: Triage = { marks: new Map(), changes: [] };

/** As many rows of one act stay in sight; larger acts leave the list at once. */
export const MOST_STAYING = 50;
const MOST_CHANGES = 50;

/** Rows as they look acknowledged, before the engine has said so. */
export function markAsked(triage: Triage, rows: readonly ListRow[], list: string, at: number): Triage {
  const marks = new Map(triage.marks);
  for (const row of rows) marks.set(row.id, { phase: 'asked', row, list, at, change: null });
  return { ...triage, marks };
}

/** The engine has answered: the act can be undone from now on. A null change altered nothing. */
export function markAnswered(triage: Triage, ids: readonly string[], change: Change | null): Triage {
  const marks = new Map(triage.marks);
  for (const id of ids) {
    const mark = marks.get(id);
    if (mark?.phase !== 'asked') continue;
    if (change === null) marks.delete(id);
    else marks.set(id, { ...mark, change: change.id });
  }
  const changes = change === null ? triage.changes : [change, ...triage.changes].slice(0, MOST_CHANGES);
  return { marks, changes };
}

/** The list says so too. Rows of a large act are let go, those of a small one stay in sight. */
export function markSeen(triage: Triage, change: Change): Triage {
  const marks = new Map(triage.marks);
  for (const id of change.ids) {
    const mark = marks.get(id);
    if (mark?.phase !== 'asked' || mark.change !== change.id) continue;
    if (change.ids.length > MOST_STAYING) marks.delete(id);
    else marks.set(id, { ...mark, phase: 'stored' });
  }
  return { ...triage, marks };
}

export function markRefused(triage: Triage, ids: readonly string[], failure: Failure): Triage {
  const marks = new Map(triage.marks);
  for (const id of ids) {
    if (marks.get(id)?.phase === 'asked') marks.set(id, { phase: 'refused', failure });
  }
  return { ...triage, marks };
}

/** Takes the change and its marks away: its rows are new again. */
export function withoutChange(triage: Triage, change: string): Triage {
  const marks = new Map(
    [...triage.marks].filter(([, mark]) => mark.phase === 'refused' || mark.change !== change),
  );
  return { marks, changes: triage.changes.filter(({ id }) => id !== change) };
}

/** Lets go of rows that need not stay in sight any more. */
export function withoutMarks(triage: Triage, ids: readonly string[]): Triage {
  if (!ids.some((id) => triage.marks.has(id))) return triage;
  const marks = new Map(triage.marks);
  for (const id of ids) marks.delete(id);
  return { ...triage, marks };
}

/** The row as this window knows it: an acknowledgement that was asked for shows at once. */
export function withMark<R extends NotificationRow>(row: R, mark: Mark | undefined): R {
  return mark?.phase === 'asked' && row.state !== 'acknowledged'
    ? { ...row, state: 'acknowledged', leavesAt: mark.row.leavesAt, acknowledgeFailure: null }
    : row;
}

/** Ids that stay in sight in this list. */
export const stayingIn = (triage: Triage, list: string): readonly string[] =>
  [...triage.marks].flatMap(([id, mark]) => (mark.phase !== 'refused' && mark.list === list ? [id] : []));
