import type { Facts } from '../../../../../shared/notification.ts';
import type { Reader } from './reader.ts';

/** What a message says, in words. */
export type ExciseWords = Pick<Facts, 'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome'>;

/** What it says to one side of the movement; the title of all sides where it has none of its own. */
export type SideWords = Omit<ExciseWords, 'title' | 'outcome'> & { readonly title?: string };

/** One message with one content. Null for a side that it never goes to. */
export interface Variant {
  /** True to both sides. */
  readonly title: string;
  readonly outcome: ExciseWords['outcome'];
  readonly consignor: SideWords | null;
  readonly consignee: SideWords | null;
}

/** What one side reads. */
export const to = (
  attention: ExciseWords['attention'],
  meaning: string,
  nextStep: string | null = null,
  title?: string,
): SideWords => ({ attention, meaning, nextStep, ...(title === undefined ? {} : { title }) });

/** A variant that says the same to both sides. */
export function toBoth(
  outcome: ExciseWords['outcome'],
  title: string,
  ...words: Parameters<typeof to>
): Variant {
  const side = to(...words);
  return { title, outcome, consignor: side, consignee: side };
}

/** A variant that says different things to the two sides. */
export const toEach = (
  outcome: ExciseWords['outcome'],
  title: string,
  sides: { readonly consignor?: SideWords; readonly consignee?: SideWords },
): Variant => ({ title, outcome, consignor: sides.consignor ?? null, consignee: sides.consignee ?? null });

/**
 * The variant as its reader must take it. Where it cannot be told which side reads, both readings are given and the
 * more urgent one counts.
 */
export function tellTo({ title, outcome, consignor, consignee }: Variant, reader: Reader): ExciseWords {
  const own = reader === 'consignor' ? consignor : reader === 'consignee' ? consignee : null;
  if (own !== null) return { title: own.title ?? title, outcome, ...wordsOf(own) };
  const [one, other] = [consignor, consignee].flatMap((side) => side ?? []);
  if (one === undefined) throw new Error(`"${title}" goes to nobody`);
  if (other === undefined || other === one) return { title: one.title ?? title, outcome, ...wordsOf(one) };
  return {
    title,
    outcome,
    attention: URGENCY.find((level) => level === one.attention || level === other.attention) ?? one.attention,
    meaning: forBoth(one.meaning, other.meaning) ?? one.meaning,
    nextStep: forBoth(one.nextStep, other.nextStep),
  };
}

const wordsOf = ({ attention, meaning, nextStep }: SideWords) => ({ attention, meaning, nextStep });

const URGENCY = ['act', 'watch', 'info'] as const;

function forBoth(consignor: string | null, consignee: string | null): string | null {
  if (consignor === consignee) return consignor;
  return [
    ...(consignor === null ? [] : [`If you are the consignor: ${consignor}`]),
    ...(consignee === null ? [] : [`If you are the consignee: ${consignee}`]),
  ].join(' ');
}
