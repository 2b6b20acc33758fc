import { messageNames } from './message-names.ts';
import { movementCodes } from './movement-codes.ts';
import { officialCodes } from './official-codes.ts';
import { traderCodes } from './trader-codes.ts';

const LISTS = { ...movementCodes, ...traderCodes, ...officialCodes, ...messageNames };

/** The code lists of EMCS by the names that its schemas give them; reasons that the schemas leave open by what they are reasons for. */
export type CodeList = keyof typeof LISTS;

/** A code in our own words; null for one that its list does not have. */
export function codeWords(list: CodeList, code: string): string | null {
  const words: Readonly<Record<string, string>> = LISTS[list];
  return Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}

/** `fraud suspected (1)`; `1, a code without a description here` for one that its list does not have. */
export function toldCode(list: CodeList, code: string): string {
  const words = codeWords(list, code);
  return words === null ? `${code}, a code without a description here` : `${words} (${code})`;
}

/** Whether a list of this name is here. */
export const isCodeList = (name: string): name is CodeList => Object.hasOwn(LISTS, name);
