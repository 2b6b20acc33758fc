import { jpmFields } from '../../../../shared/catalogue/payments/jpm-fields.ts';
import { isPersonalField } from '../payments/personal-fields.ts';
import type { Leaf } from './leaves.ts';
import { textOf } from './members.ts';
import { nameWords } from '../name-words.ts';

/**
 * Whether a value may stand in facts and in the search index. The families are an open set, so it is not enough to
 * leave out what is known to be personal: shown is what is named like business data, does not stand inside a person,
 * an account or an address, and does not look like an e-mail address, a web address or a telephone number. All the
 * rest is in the payload, behind a click.
 */
export function isShown({ path, name, value }: Leaf): boolean {
  if (path.some(isPrivate)) return false;
  if (typeof value === 'boolean') return true;
  if (!jpmFields.has(name.toLowerCase()) && !isBusinessName(nameWords(name))) return false;
  const text = textOf(value);
  return text !== null && text.length <= LONGEST && !ADDRESS.test(text) && !isNumberInText(text);
}

const isPrivate = (segment: string): boolean =>
  isPersonalField(segment) || nameWords(segment).some((word) => PRIVATE.has(word));

const LONGEST = 300;

/** An e-mail or web address. */
const ADDRESS = /@|:\/\/|\bwww\./i;

/** A telephone, account or card number inside a sentence; an id by itself is one run without spaces. */
const isNumberInText = (text: string): boolean =>
  /\s/.test(text) && /\d(?:[ ().-]?\d){8,}/.test(text) && !DATE.test(text);

const DATE = /^\d{4}-\d{2}-\d{2}[ T]/;

function isBusinessName(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (BUSINESS.has(last)) return true;
  const before = words.at(-2) ?? '';
  if (last === 'name') return NAMED_THINGS.has(before);
  if (last === 'text') return WORDED_THINGS.has(before);
  if (last === 'number') return NUMBERED_THINGS.has(before) || words.some((word) => word === 'last4');
  return last === 'description' && words.length > 1;
}

/** People and what belongs to them, where they live, how they are reached, what opens an account. */
const PRIVATE: ReadonlySet<string> = new Set(
  `address addresses alternate balance balances bban bic birth branch building callback city contact contacts creditor
  creditors debtor debtors email emails expiration expiry first first6 gender holder iban identities identity individual
  latitude longitude mail memo metadata middle nickname nin ownership parties party passport person phone phones postal
  recipient routing score sort ssn street telephone tokenized uri url user users website wix`.split(/\s+/),
);

/** The last word of names that carry business data. */
const BUSINESS: ReadonlySet<string> = new Set(
  `at category code codes count currency date decimals frequency id identifier indicator last4 level message method
  network optin payment percent period quantity rate reason reasons reference ruling score source stage state status
  statuses subtype tiemstamp time timestamp title type types unit version`.split(/\s+/),
);

const NAMED_THINGS: ReadonlySet<string> = new Set([
  'activity',
  'decision',
  'network',
  'plan',
  'product',
  'program',
  'service',
  'stage',
]);

const WORDED_THINGS: ReadonlySet<string> = new Set(['message', 'reason', 'year']);

const NUMBERED_THINGS: ReadonlySet<string> = new Set(['invoice', 'order', 'payment', 'reference', 'retry']);
