import type { DecodedDetail } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { codeWords, toldCode } from './codes/code-words.ts';

/** One item of a report, in words: what is short, in excess, refused or not in order. */
export function goodsLine(item: XmlElement): DecodedDetail {
  const number = item.text('BodyRecordUniqueReference');
  const product = item.text('ExciseProductCode');
  const said = [
    ...difference(item),
    ...quantity('refused', item.text('RefusedQuantity')),
    ...quantity('actual quantity', item.text('ActualQuantity')),
    ...item.children('UnsatisfactoryReason').map(reasonWords),
    ...texts(item, ['Explanation', 'ComplementaryInformation', 'AssociatedInformation']),
  ];
  return {
    name: `${number === null ? 'Item' : `Item ${number}`}${product === null ? '' : ` (${product})`}`,
    value: said.length === 0 ? 'nothing remarked' : said.join('; '),
  };
}

/** What is wrong in how many items, in a few words; null where nothing is. */
export function goodsSummary(items: readonly XmlElement[]): string | null {
  const count = (isOne: (item: XmlElement) => boolean) => items.filter(isOne).length;
  const has =
    (...codes: readonly string[]) =>
    (item: XmlElement) =>
      item
        .children('UnsatisfactoryReason')
        .some((each) => codes.includes(each.text('UnsatisfactoryReasonCode') ?? ''));
  const indicated = (code: string) => (item: XmlElement) => item.text('IndicatorOfShortageOrExcess') === code;
  const found = (
    [
      [count((item) => indicated('S')(item) || has('2')(item)), 'short'],
      [count((item) => indicated('E')(item) || has('1')(item)), 'in excess'],
      [count((item) => item.text('RefusedQuantity') !== null), 'refused'],
      [count(has('3')), 'damaged'],
      [count(has('4')), 'with broken seals'],
    ] as const
  ).filter(([items]) => items > 0);
  if (found.length === 0) return null;
  return found
    .map(([items, words], place) => `${items}${place > 0 ? '' : items === 1 ? ' item' : ' items'} ${words}`)
    .join(', ');
}

function difference(item: XmlElement): readonly string[] {
  const code = item.text('IndicatorOfShortageOrExcess');
  const amount = item.text('ObservedShortageOrExcess');
  if (code === null && amount === null) return [];
  const words =
    code === null
      ? 'shortage or excess'
      : (codeWords('IndicatorOfShortageOrExcess', code) ?? toldCode('IndicatorOfShortageOrExcess', code));
  return [amount === null ? words : `${words} ${amount}`];
}

const quantity = (name: string, amount: string | null): readonly string[] =>
  amount === null ? [] : [`${name} ${amount}`];

function reasonWords(reason: XmlElement): string {
  const code = reason.text('UnsatisfactoryReasonCode');
  const said = reason.text('ComplementaryInformation');
  const words = code === null ? 'a reason without a code' : toldCode('UnsatisfactoryReason', code);
  return said === null ? words : `${words}: ${said}`;
}

const texts = (item: XmlElement, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => item.text(name) ?? []);
