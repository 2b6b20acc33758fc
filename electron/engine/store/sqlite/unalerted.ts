import type { SqlDriver } from './driver.ts';

/**
 * Lists the rows in `temp.picked` that must be acted on, are new, and of which no alert has spoken, so that the
 * question for them reads nothing else.
 */
export function listUnalerted(sql: SqlDriver): void {
  sql.run(LIST);
}

/** Takes the rows in `temp.picked` off the list. */
export function forgetUnalerted(sql: SqlDriver): void {
  sql.run(FORGET);
}

const LIST = `INSERT OR IGNORE INTO unalerted (account, seq)
  SELECT s.account, p.seq FROM temp.picked p CROSS JOIN notification n ON n.seq = p.seq
  JOIN shelf s ON s.id = n.shelf
  WHERE s.attention = 'act' AND s.state = 'new' AND p.seq NOT IN (SELECT seq FROM alerted)`;

const FORGET = `DELETE FROM unalerted WHERE (account, seq) IN
  (SELECT s.account, p.seq FROM temp.picked p CROSS JOIN notification n ON n.seq = p.seq
   JOIN shelf s ON s.id = n.shelf)`;
