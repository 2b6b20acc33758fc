import type { DecodedDetail, DecodedError, Instant } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import type { Variant } from './side-words.ts';

/** What the body of a message tells beyond its type. */
export interface ToldByBody {
  readonly variant: Variant;
  /** The code that decides, as it stands in the message; null where there is none. */
  readonly statusCode: string | null;
  readonly keyFact?: string | null;
  readonly deadline?: Instant | null;
  readonly lrn?: string | null;
  /** Excise number of the trader who speaks, or who is spoken of. */
  readonly trader?: string | null;
  readonly errors?: readonly DecodedError[];
  readonly details?: readonly DecodedDetail[];
  /** Whether further ARCs in the message are of new movements, which the details name. */
  readonly isSplit?: boolean;
  /** Sentences that follow the meaning. */
  readonly added?: readonly string[];
  /** In the place of the variant's own next step. */
  readonly nextStep?: string;
}

/** `body` is the one element in the message's `Body`. */
export type BodyReader = (body: XmlElement) => ToldByBody;

/** The variant for a code; that of an unknown content where the code is missing or not known. */
export const variantFor = (
  variants: Readonly<Record<string, Variant>> & { readonly other: Variant },
  code: string | null,
): Variant =>
  code !== null && Object.hasOwn(variants, code) ? (variants[code] ?? variants.other) : variants.other;
