/**
 * Adds a checksum beside each payload, each row of facts and each cursor. Checksums have tables of their own: what older versions wrote gets its own without being written again.
 *
 * `unsealed` says how far that has come: rows up to `upto` were here before, those up to `done` have been seen to.
 */
export const ADD_CHECKSUMS = `
CREATE TABLE payload_sum (payload INTEGER PRIMARY KEY, sum BLOB NOT NULL) STRICT;
-- "listed" is of the row in the list.
CREATE TABLE facts_sum (seq INTEGER PRIMARY KEY, sum BLOB NOT NULL, listed BLOB NOT NULL) STRICT;

CREATE TABLE unsealed (
  what TEXT PRIMARY KEY,
  done INTEGER NOT NULL DEFAULT 0,
  upto INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO unsealed (what, upto) SELECT 'payload', coalesce(max(id), 0) FROM payload;
INSERT INTO unsealed (what, upto) SELECT 'facts', coalesce(max(seq), 0) FROM facts;

ALTER TABLE account ADD COLUMN cursor_sum BLOB;
-- A cursor that could not be read, as it was found.
ALTER TABLE account ADD COLUMN cursor_aside TEXT;
`;
