import type { DecodedDetail } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { toldCode, type CodeList } from './codes/code-words.ts';

/** One line of details; none where the message says nothing. */
export const detail = (name: string, value: string | null): readonly DecodedDetail[] =>
  value === null || value === '' ? [] : [{ name, value }];

export const codedDetail = (name: string, list: CodeList, code: string | null): readonly DecodedDetail[] =>
  detail(name, code === null ? null : toldCode(list, code));

/** As the message has it: most times of EMCS have no zone, and it is not said which one is meant. */
export const timeDetail = (name: string, written: string | null): readonly DecodedDetail[] =>
  detail(name, written?.replace('T', ' ') ?? null);

export const textDetails = (name: string, texts: readonly string[]): readonly DecodedDetail[] =>
  texts.flatMap((text) => detail(name, text));

/** Name and number of a trader, as far as they are given. */
export function traderDetail(name: string, trader: XmlElement | null): readonly DecodedDetail[] {
  if (trader === null) return [];
  const number = traderNumber(trader);
  const known = [trader.text('TraderName'), number === null ? null : `(${number})`];
  return detail(name, known.filter((part) => part !== null).join(' '));
}

/** Excise number, ID of the trader or tax warehouse, whichever the message gives. */
export const traderNumber = (trader: XmlElement | null): string | null =>
  trader?.text('TraderExciseNumber') ??
  trader?.text('Traderid') ??
  trader?.text('ReferenceOfTaxWarehouse') ??
  null;
