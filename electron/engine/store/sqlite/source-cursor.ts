import { checksum, isSameSum } from './checksum.ts';
import type { SqlDriver } from './driver.ts';

/** What a source last kept of how far it has come. */
export interface StoredCursor {
  /** Null where it kept nothing, and where what it kept is damaged. */
  readonly cursor: unknown;
  readonly isDamaged: boolean;
}

export function readCursor(sql: SqlDriver, account: string): StoredCursor {
  const row = sql.get<CursorRow>('SELECT id, cursor, cursor_sum FROM account WHERE id = ?', account);
  return row === undefined ? NOTHING : cursorIn(row);
}

export function writeCursor(sql: SqlDriver, account: string, cursor: unknown): void {
  const json = JSON.stringify(cursor);
  sql.run('UPDATE account SET cursor = ?, cursor_sum = ? WHERE id = ?', json, sumOf(account, json), account);
}

/** Puts a damaged cursor where nobody reads it, so that the source begins anew with all that it still keeps. */
export function setCursorAside(sql: SqlDriver, account: string): void {
  sql.run('UPDATE account SET cursor_aside = cursor, cursor = NULL, cursor_sum = NULL WHERE id = ?', account);
}

/** The accounts whose cursor is damaged. */
export const damagedCursors = (sql: SqlDriver): string[] =>
  sql
    .all<CursorRow>('SELECT id, cursor, cursor_sum FROM account ORDER BY id')
    .filter((row) => cursorIn(row).isDamaged)
    .map(({ id }) => id);

interface CursorRow {
  readonly id: string;
  readonly cursor: string | null;
  readonly cursor_sum: Uint8Array | null;
}

const NOTHING: StoredCursor = { cursor: null, isDamaged: false };
const DAMAGED: StoredCursor = { cursor: null, isDamaged: true };

function cursorIn({ id, cursor, cursor_sum }: CursorRow): StoredCursor {
  if (cursor === null) return NOTHING;
  if (cursor_sum !== null && !isSameSum(cursor_sum, sumOf(id, cursor))) return DAMAGED;
  try {
    return { cursor: JSON.parse(cursor) as unknown, isDamaged: false };
  } catch {
    return DAMAGED;
  }
}

const sumOf = (account: string, json: string): Uint8Array => checksum(`${account} `, json);
