/**
 * What is the matter with an account, for as long as it lasts, and the alert that has told of it, so that no restart
 * tells of it again. `seen_at` is when it was last found so. An alert may speak of accounts, as a list of ids in JSON.
 */
export const ACCOUNT_TROUBLE = `
CREATE TABLE account_trouble (
  account TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  alert INTEGER REFERENCES alert
) STRICT, WITHOUT ROWID;

ALTER TABLE alert ADD COLUMN accounts TEXT;
`;
