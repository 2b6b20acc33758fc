import type { SourceName } from '../../../../shared/accounts/source-name.ts';
import type { Filter } from '../../../../shared/filter.ts';
import { StoreError, type InboxStore, type StoreSelection, type TriageChange } from '../store.ts';
import { NEWEST } from './cursor.ts';
import type { SqlDriver } from './driver.ts';
import { find, matchesBySearch } from './find.ts';
import { compiler, ofRow } from './filter-sql.ts';
import { readRows, seqsOf } from './rows.ts';
import { recountPicked } from './thread-members.ts';
import { forgetUnalerted, listUnalerted } from './unalerted.ts';
import { clearPicked, movePicked, pick } from './shelves.ts';

const NOTHING: TriageChange = { change: null, changed: 0, alreadySent: 0, example: null };

/** Acknowledges what is new in the selection, and queues it for the sources that are told. */
export function acknowledge(
  sql: SqlDriver,
  selection: StoreSelection,
  by: string,
  now: number,
  leavesAt: number,
  upstream: Parameters<InboxStore['acknowledge']>[4],
): TriageChange {
  clearPicked(sql);
  pickNew(sql, selection);
  const changed = pickedCount(sql);
  if (changed === 0) return NOTHING;
  const change = beginChange(sql, now);
  forgetUnalerted(sql);
  movePicked(sql, { state: 'acknowledged' });
  recountPicked(sql);
  sql.run(
    `INSERT INTO history (seq, at, event, "by", change) SELECT seq, ?, 'acknowledged', ?, ? FROM temp.picked`,
    now,
    by,
    change,
  );
  queue(sql, leavesAt, upstream);
  return { change: String(change), changed, alreadySent: 0, example: pickedExample(sql) };
}

/** Makes new again what one change acknowledged. What has not left leaves the outbox; the rest is new here alone. */
export function undo(sql: SqlDriver, change: string, by: string, now: number): TriageChange {
  const id = changeNumber(change);
  const known = sql.get<{ undone_at: number | null }>('SELECT undone_at FROM change WHERE id = ?', id);
  if (known === undefined) throw new StoreError('not-found', `There is no change ${change} to undo.`);
  if (known.undone_at !== null) return NOTHING;
  clearPicked(sql);
  sql.run(PICK_CHANGED, id);
  const changed = pickedCount(sql);
  sql.run('UPDATE change SET undone_at = ? WHERE id = ?', now, id);
  if (changed === 0) return NOTHING;
  const alreadySent = sql.get<{ n: number }>(COUNT_SENT)?.n ?? 0;
  sql.run(
    'DELETE FROM outbox WHERE payload IN (SELECT n.payload FROM temp.picked p JOIN notification n USING (seq))',
  );
  movePicked(sql, { state: 'new' });
  recountPicked(sql);
  listUnalerted(sql);
  sql.run(`INSERT INTO history (seq, at, event, "by") SELECT seq, ?, 'undone', ? FROM temp.picked`, now, by);
  return { change, changed, alreadySent, example: pickedExample(sql) };
}

/** Rows that this change acknowledged and that no later one has touched. */
const PICK_CHANGED = `INSERT INTO temp.picked
  SELECT h.seq FROM history h CROSS JOIN notification n ON n.seq = h.seq JOIN shelf s ON s.id = n.shelf
  WHERE h.change = ?1 AND h.event = 'acknowledged' AND s.state = 'acknowledged'`;

const COUNT_SENT = `SELECT count(*) AS n FROM temp.picked p CROSS JOIN notification n ON n.seq = p.seq
  JOIN payload ON payload.id = n.payload WHERE payload.sent_at IS NOT NULL`;

function pickNew(sql: SqlDriver, selection: StoreSelection): void {
  if ('filter' in selection) pickFiltered(sql, onlyNew(selection.filter));
  else pick(sql, seqsOf(selection.ids));
  sql.run(
    `DELETE FROM temp.picked WHERE seq NOT IN (SELECT p.seq FROM temp.picked p CROSS JOIN notification n
       ON n.seq = p.seq JOIN shelf s ON s.id = n.shelf WHERE s.state = 'new')`,
  );
}

const onlyNew = (filter: Filter): Filter => ({
  ...filter,
  states: (filter.states ?? ['new']).filter((state) => state === 'new'),
});

function pickFiltered(sql: SqlDriver, filter: Filter): void {
  if (filter.references !== undefined || matchesBySearch(filter)) {
    pick(sql, find(sql, filter, NEWEST, NEWEST));
    return;
  }
  const chosen = compiler.selectFrom('notification as n').select('n.seq').where(ofRow(filter)).compile();
  sql.run(`INSERT INTO temp.picked ${chosen.sql}`, ...(chosen.parameters as readonly (string | number)[]));
}

const pickedCount = (sql: SqlDriver): number =>
  sql.get<{ n: number }>('SELECT count(*) AS n FROM temp.picked')?.n ?? 0;

function pickedExample(sql: SqlDriver) {
  const newest = sql.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM temp.picked')?.seq;
  return newest === undefined || newest === null ? null : (readRows(sql, [newest])[0] ?? null);
}

function beginChange(sql: SqlDriver, now: number): number {
  const begun = sql.get<{ id: number }>('INSERT INTO change (at) VALUES (?) RETURNING id', now);
  if (begun === undefined) throw new Error('a change was begun and has no number');
  return begun.id;
}

function changeNumber(change: string): number {
  if (!/^\d{1,15}$/.test(change)) throw new StoreError('invalid-input', `no change: ${change.slice(0, 40)}`);
  return Number(change);
}

/**
 * A source is told of a message as a whole, so it leaves when all its notifications here are acknowledged, and
 * not at all where the source calls it acknowledged already.
 */
function queue(sql: SqlDriver, leavesAt: number, upstream: Parameters<InboxStore['acknowledge']>[4]): void {
  const accounts = sql
    .all<{ account: string; source: SourceName }>(
      `SELECT DISTINCT s.account, s.source FROM shelf s WHERE s.id IN
         (SELECT n.shelf FROM temp.picked p CROSS JOIN notification n ON n.seq = p.seq)`,
    )
    .flatMap(({ account, source }) => (upstream(account, source) ? [account] : []));
  sql.run(
    `INSERT OR IGNORE INTO outbox (payload, seq, account, due_at)
     SELECT n.payload, min(n.seq), payload.account, ?1
     FROM temp.picked p CROSS JOIN notification n ON n.seq = p.seq JOIN payload ON payload.id = n.payload
     WHERE payload.account IN (SELECT value FROM json_each(?2)) AND payload.upstream IS NOT 'acknowledged'
       AND NOT EXISTS (SELECT 1 FROM notification o JOIN shelf s ON s.id = o.shelf
         WHERE o.payload = n.payload AND s.state <> 'acknowledged')
     GROUP BY n.payload`,
    leavesAt,
    JSON.stringify(accounts),
  );
}
