/** An MRN or ARC that is not in capitals, as `sameReference` tells one. */
const SMALL_LETTERS = `length(value) IN (18, 21) AND value <> upper(value) AND value NOT GLOB '*[^0-9A-Za-z]*'
  AND value GLOB '[0-9][0-9][A-Za-z][A-Za-z]*[0-9]'`;

/**
 * What still calls: a shelf says whether what must be acted on there was settled by another message, and a thread whether
 * one of its notifications is new and still calls, so that both can be counted and paged without looking at any row.
 *
 * `thread_clock` counts writes that threads rest on, across processes: what was worked out from an older state than
 * stands here by now is not written over it.
 *
 * Of an older archive what its threads say is taken over at once, and every thread with something to act on is worked out
 * again. An MRN or ARC is found under its capitals from now on.
 */
export const SCHEMA_SETTLED = `
PRAGMA defer_foreign_keys = ON;
CREATE TABLE shelf_before AS SELECT * FROM shelf;
DROP TABLE shelf;
CREATE TABLE shelf (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  attention TEXT NOT NULL,
  state TEXT NOT NULL,
  upstream TEXT NOT NULL, -- '' where the source keeps none: a unique key would take two NULLs for different
  n INTEGER NOT NULL DEFAULT 0,
  settled INTEGER NOT NULL DEFAULT 0, -- 1 where another message leaves nothing to do; 0 of what need not be acted on
  UNIQUE (account, type, attention, state, upstream, kind, source, settled)
) STRICT;
INSERT INTO shelf (id, account, source, kind, type, attention, state, upstream, n)
  SELECT id, account, source, kind, type, attention, state, upstream, n FROM shelf_before;
DROP TABLE shelf_before;

INSERT INTO shelf (account, source, kind, type, attention, state, upstream, settled)
  SELECT account, source, kind, type, attention, state, upstream, 1 FROM shelf WHERE attention = 'act' AND n > 0;
UPDATE notification SET shelf = (
    SELECT t.id FROM shelf s JOIN shelf t ON t.account = s.account AND t.type = s.type AND t.attention = s.attention
      AND t.state = s.state AND t.upstream = s.upstream AND t.kind = s.kind AND t.source = s.source AND t.settled = 1
    WHERE s.id = notification.shelf)
  WHERE seq IN (
    SELECT n.seq FROM shelf s CROSS JOIN notification n ON n.shelf = s.id CROSS JOIN thread_member m ON m.seq = n.seq
      CROSS JOIN thread t ON t.id = m.thread
    WHERE s.attention = 'act' AND s.settled = 0 AND t.status IS NOT NULL AND t.attention <> 'act');

ALTER TABLE thread ADD COLUMN calling INTEGER NOT NULL DEFAULT 0; -- 1 where one that is new still calls
ALTER TABLE thread ADD COLUMN written INTEGER NOT NULL DEFAULT 0; -- by thread_clock
UPDATE thread SET calling = 1 WHERE id IN (
  SELECT m.thread FROM shelf s CROSS JOIN notification n ON n.shelf = s.id CROSS JOIN thread_member m ON m.seq = n.seq
  WHERE s.attention = 'act' AND s.settled = 0 AND s.state = 'new');

DROP INDEX thread_listed;
CREATE INDEX thread_listed ON thread (attention, state, calling, newest, oldest);
DROP TRIGGER thread_added;
DROP TRIGGER thread_moved;
DROP TRIGGER thread_removed;
DROP TABLE thread_count;
CREATE TABLE thread_count (
  attention TEXT NOT NULL,
  state TEXT NOT NULL,
  calling INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (attention, state, calling)
) STRICT, WITHOUT ROWID;
INSERT INTO thread_count (attention, state, calling, n)
  SELECT a.value, s.value, c.value,
    (SELECT count(*) FROM thread WHERE attention = a.value AND state = s.value AND calling = c.value)
  FROM json_each('["act","watch","info"]') a, json_each('["new","snoozed","acknowledged"]') s, json_each('[0,1]') c;
CREATE TRIGGER thread_added AFTER INSERT ON thread BEGIN
  UPDATE thread_count SET n = n + 1
    WHERE attention = new.attention AND state = new.state AND calling = new.calling;
END;
CREATE TRIGGER thread_moved AFTER UPDATE OF attention, state, calling ON thread
  WHEN old.attention <> new.attention OR old.state <> new.state OR old.calling <> new.calling BEGIN
  UPDATE thread_count SET n = n - 1
    WHERE attention = old.attention AND state = old.state AND calling = old.calling;
  UPDATE thread_count SET n = n + 1
    WHERE attention = new.attention AND state = new.state AND calling = new.calling;
END;
CREATE TRIGGER thread_removed AFTER DELETE ON thread BEGIN
  UPDATE thread_count SET n = n - 1
    WHERE attention = old.attention AND state = old.state AND calling = old.calling;
END;

CREATE TABLE thread_clock (n INTEGER NOT NULL) STRICT;
INSERT INTO thread_clock (n) VALUES (0);
ALTER TABLE thread_todo ADD COLUMN since INTEGER NOT NULL DEFAULT 0; -- by thread_clock
INSERT OR IGNORE INTO thread_todo (seq)
  SELECT n.seq FROM shelf s CROSS JOIN notification n ON n.shelf = s.id WHERE s.attention = 'act';
INSERT OR IGNORE INTO thread_todo (seq) SELECT seq FROM reference WHERE ${SMALL_LETTERS};
UPDATE OR REPLACE reference SET value = upper(value) WHERE ${SMALL_LETTERS};
`;
