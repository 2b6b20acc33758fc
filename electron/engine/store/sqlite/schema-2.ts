/**
 * Version 2: threads. Every notification is of exactly one thread from the moment it is written: at first of one of
 * its own, until `thread_todo` was worked through. So no list of threads can miss one.
 *
 * `fresh`, `state`, `newest`, `oldest` and `quiet` follow from members and waits and are kept beside them, so that
 * a page of threads is read off an index. `thread_count` counts threads as shelves count notifications.
 */
export const SCHEMA_2 = `
CREATE TABLE thread (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  status TEXT, -- JSON; NULL where no declaration is concerned or nothing was worked out yet
  attention TEXT NOT NULL,
  mrn TEXT,
  lrn TEXT,
  trade TEXT,
  state TEXT NOT NULL,
  fresh INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  oldest INTEGER NOT NULL,
  quiet INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE thread_member (
  seq INTEGER PRIMARY KEY REFERENCES notification,
  thread INTEGER NOT NULL REFERENCES thread
) STRICT;

CREATE TABLE thread_todo (seq INTEGER PRIMARY KEY REFERENCES notification) STRICT;

CREATE TABLE wait (
  thread INTEGER NOT NULL REFERENCES thread,
  rule TEXT NOT NULL,
  at INTEGER NOT NULL,
  noticed_at INTEGER,
  PRIMARY KEY (thread, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX wait_open ON wait (rule, at) WHERE noticed_at IS NULL;

INSERT INTO thread (id, attention, mrn, lrn, state, fresh, newest, oldest)
  SELECT n.seq, s.attention, n.mrn, n.lrn, s.state, s.state = 'new', n.seq, n.seq
  FROM notification n JOIN shelf s ON s.id = n.shelf ORDER BY n.seq;
INSERT INTO thread_member (seq, thread) SELECT id, id FROM thread ORDER BY id;
INSERT INTO thread_todo (seq) SELECT id FROM thread ORDER BY id;

CREATE INDEX thread_listed ON thread (attention, state, newest, oldest);
CREATE INDEX thread_quiet ON thread (id) WHERE quiet > 0;
CREATE INDEX thread_members ON thread_member (thread, seq);

CREATE TABLE thread_count (
  attention TEXT NOT NULL,
  state TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (attention, state)
) STRICT, WITHOUT ROWID;
INSERT INTO thread_count (attention, state, n)
  SELECT a.value, s.value, (SELECT count(*) FROM thread WHERE attention = a.value AND state = s.value)
  FROM json_each('["act","watch","info"]') a, json_each('["new","snoozed","acknowledged"]') s;

CREATE TRIGGER thread_added AFTER INSERT ON thread BEGIN
  UPDATE thread_count SET n = n + 1 WHERE attention = new.attention AND state = new.state;
END;
CREATE TRIGGER thread_moved AFTER UPDATE OF attention, state ON thread
  WHEN old.attention <> new.attention OR old.state <> new.state BEGIN
  UPDATE thread_count SET n = n - 1 WHERE attention = old.attention AND state = old.state;
  UPDATE thread_count SET n = n + 1 WHERE attention = new.attention AND state = new.state;
END;
CREATE TRIGGER thread_removed AFTER DELETE ON thread BEGIN
  UPDATE thread_count SET n = n - 1 WHERE attention = old.attention AND state = old.state;
END;

ALTER TABLE alert ADD COLUMN urgency TEXT NOT NULL DEFAULT 'critical';

-- What a reminder speaks of, whether or not an alert has spoken of it.
CREATE TABLE reminded (
  alert INTEGER NOT NULL REFERENCES alert,
  seq INTEGER NOT NULL,
  PRIMARY KEY (alert, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminded_seq ON reminded (seq);
`;
