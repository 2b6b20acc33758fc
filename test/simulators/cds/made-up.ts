import { mrnCheckDigit } from '../../../shared/catalogue/mrn.ts';
import { between, hexFrom, oneOf } from './chance.ts';

/** An invented firm; none of them trades. */
export interface Trader {
  readonly name: string;
  readonly eori: string;
  /** What its LRNs begin with. */
  readonly prefix: string;
}

export const traders: readonly Trader[] = [
  { name: 'Harbour & Fox Wines', eori: 'GB204817365000', prefix: 'HFW' },
  { name: 'Tideway Cycles', eori: 'GB318264907000', prefix: 'TWC' },
  { name: 'Pennine Optics', eori: 'GB452190678000', prefix: 'PNO' },
  { name: 'Merrow Garden Tools', eori: 'GB563901824000', prefix: 'MGT' },
  { name: 'Saltmarsh Seafoods', eori: 'GB671028459000', prefix: 'SMS' },
  { name: 'Clyde Bearings', eori: 'GB789450132000', prefix: 'CLB' },
  { name: 'Juniper Cosmetics', eori: 'GB890173264000', prefix: 'JNC' },
  { name: 'Quarry Lane Ceramics', eori: 'GB917362485000', prefix: 'QLC' },
];

/** What the 17th character of most MRNs tells: R an import, A an export. */
export type Trade = 'import' | 'export';

/** An MRN with a check digit that is right. `at` is epoch milliseconds: it gives the year. */
export function madeUpMrn(random: () => number, trade: Trade, at: number): string {
  const year = String(new Date(at).getUTCFullYear() % 100).padStart(2, '0');
  const middle = Array.from({ length: 12 }, () => oneOf(random, ALPHABET)).join('');
  const first = `${year}GB${middle}${trade === 'import' ? 'R' : 'A'}`;
  return `${first}${mrnCheckDigit(first)}`;
}

/** An LRN as a broker's software numbers them, 22 characters at most. */
export const madeUpLrn = (random: () => number, trader: Trader, at: number): string =>
  `${trader.prefix}-${new Date(at).toISOString().slice(2, 10).replaceAll('-', '')}-${between(random, 1000, 99_999)}`;

export const madeUpMessageId = (random: () => number): string => hexFrom(random, 32);

const ALPHABET = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
