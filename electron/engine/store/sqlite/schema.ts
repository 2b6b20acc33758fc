/**
 * Version 1 of the database. Instants are epoch milliseconds, UTC.
 *
 * A `shelf` is one combination of what the list can be filtered by; every notification stands on exactly one,
 * and the shelf counts them. So any count of any mix of filters is a sum over a few shelves, and any page is
 * a merge of a few shelves, each already in order of arrival.
 *
 * A `span` knows the earliest and latest receipt in a run of 1,024 arrivals: the wall clock may step back, so
 * arrival order alone does not say where a date begins.
 */
export const SCHEMA_1 = `
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  drained_at INTEGER,
  cursor TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE payload (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL,
  source TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  created_at INTEGER,
  content_type TEXT NOT NULL,
  envelope TEXT NOT NULL,
  upstream TEXT,
  decoder_version INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL,
  sent_at INTEGER,
  UNIQUE (account, remote_id)
) STRICT;
CREATE INDEX payload_decoder ON payload (source, decoder_version);

CREATE TABLE payload_body (
  payload INTEGER PRIMARY KEY REFERENCES payload,
  body BLOB NOT NULL
) STRICT;

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
  UNIQUE (account, type, attention, state, upstream, kind, source)
) STRICT;

CREATE TABLE notification (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  payload INTEGER NOT NULL REFERENCES payload,
  part INTEGER NOT NULL,
  shelf INTEGER NOT NULL REFERENCES shelf,
  received_at INTEGER NOT NULL,
  issued_at INTEGER,
  outcome TEXT NOT NULL,
  title TEXT NOT NULL,
  function_code TEXT,
  status_code TEXT,
  mrn TEXT,
  lrn TEXT,
  UNIQUE (payload, part)
) STRICT;
CREATE INDEX notification_shelf ON notification (shelf);

CREATE TABLE span (
  block INTEGER PRIMARY KEY,
  earliest INTEGER NOT NULL,
  latest INTEGER NOT NULL
) STRICT;

CREATE TRIGGER notification_added AFTER INSERT ON notification BEGIN
  UPDATE shelf SET n = n + 1 WHERE id = new.shelf;
  INSERT INTO span (block, earliest, latest) VALUES (new.seq >> 10, new.received_at, new.received_at)
    ON CONFLICT (block) DO UPDATE SET
      earliest = min(earliest, excluded.earliest), latest = max(latest, excluded.latest);
END;
CREATE TRIGGER notification_moved AFTER UPDATE OF shelf ON notification WHEN old.shelf <> new.shelf BEGIN
  UPDATE shelf SET n = n - 1 WHERE id = old.shelf;
  UPDATE shelf SET n = n + 1 WHERE id = new.shelf;
END;
CREATE TRIGGER notification_removed AFTER DELETE ON notification BEGIN
  UPDATE shelf SET n = n - 1 WHERE id = old.shelf;
END;

CREATE TABLE facts (
  seq INTEGER PRIMARY KEY REFERENCES notification,
  body BLOB NOT NULL,
  digest BLOB NOT NULL -- of what the full-text index holds of it
) STRICT;

CREATE TABLE reference (
  value TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (value, seq, kind)
) STRICT, WITHOUT ROWID;

-- state: 0 grows, 1 is being merged, 2 is merged.
CREATE TABLE search_part (part INTEGER PRIMARY KEY, state INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  "by" TEXT,
  detail TEXT,
  change INTEGER REFERENCES change
) STRICT;
CREATE INDEX history_seq ON history (seq);
CREATE INDEX history_change ON history (change, seq) WHERE change IS NOT NULL;

CREATE TABLE outbox (
  payload INTEGER PRIMARY KEY REFERENCES payload,
  seq INTEGER NOT NULL,
  account TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  failure TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (account, due_at);

CREATE TABLE alert (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  outcome TEXT,
  why TEXT
) STRICT;
CREATE INDEX alert_pending ON alert (id) WHERE outcome IS NULL;

CREATE TABLE alerted (
  seq INTEGER PRIMARY KEY,
  alert INTEGER NOT NULL REFERENCES alert
) STRICT;
CREATE INDEX alerted_alert ON alerted (alert);

-- What must be acted on, is new, and of which no alert has spoken.
CREATE TABLE unalerted (
  account TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (account, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE gap (
  account TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (account, from_at, to_at)
) STRICT, WITHOUT ROWID;
`;
