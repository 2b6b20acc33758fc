import { lazily, tableRows } from '../data/table-rows.ts';
import codes from '../data/codes.tsv?raw';
import { CODE_LISTS } from './code-lists.ts';

/** What a code of a list such as `CL215` stands for, in our words; null where it is not known or its meaning is uncertain. */
export function codeWords(list: string, code: string): string | null {
  const table = CODE_LISTS[list]?.table;
  return table === undefined ? null : (words().get(key(table, code.toUpperCase())) ?? null);
}

/** A code with its words for a person: `movement certificate EUR.1 (N954)`; alone where none are known. */
export function codeText(list: string, code: string): string {
  const known = codeWords(list, code);
  return known === null ? code : `${known} (${code})`;
}

const words = lazily(
  () => new Map(tableRows(codes).map(([table = '', code = '', text = '']) => [key(table, code), text])),
);

const key = (table: string, code: string): string => `${table} ${code}`;
