import { tradeHint } from '../../shared/catalogue/trade-hint.ts';
import type { DecodedAmendment, DecodedError } from '../../shared/notification.ts';
import type { Thread, ThreadEntry, Trade } from '../../shared/thread.ts';
import { plural } from '../ui/format.ts';

/** A message of a hostile sender may hold thousands: no screen helps with more than these. */
export const MOST_LINES = 200;

/** How long a text of somebody else's making may be on the page and in its copy, in characters. */
export const LIMITS = { title: 200, meaning: 400, where: 200, code: 40, detail: 600 } as const;

/** `DMSTAX 13 67`. */
export const codesOf = ({
  type,
  functionCode,
  statusCode,
}: Pick<ThreadEntry, 'type' | 'functionCode' | 'statusCode'>): string =>
  [type, functionCode, statusCode].filter((code) => code !== null).join(' ');

/** When it was issued; where that is not known, when it came. */
export const timeOf = ({ issuedAt, receivedAt }: Pick<ThreadEntry, 'issuedAt' | 'receivedAt'>): string =>
  issuedAt ?? receivedAt;

/** Where in the declaration: in words, else as far as it can be told. */
export function whereOf({ path, item, pointer }: DecodedError | DecodedAmendment): string {
  if (path !== null) return path;
  if (item !== null) return `Goods item ${item}`;
  return pointer ?? 'The message as a whole';
}

export const NO_MEANING = 'Quayside does not know this code.';

export const errorsTitle = (errors: readonly DecodedError[]): string =>
  errors.every(({ advisory }) => advisory) ? 'Advice' : 'What is wrong';

/** `4 errors`, or `1 warning` where nothing was refused. */
export const errorsCount = (errors: readonly DecodedError[]): string =>
  plural(errors.length, errors.every(({ advisory }) => advisory) ? 'warning' : 'error');

/** Import or export, and how it is known. */
export function tradeWords(trade: Trade | null, mrn: string | null): string {
  if (trade === null) return 'Not known';
  const word = trade === 'import' ? 'Import' : 'Export';
  return tradeHint(mrn) === trade ? `${word}, by its MRN` : `${word}, by its messages`;
}

/** The versions that the messages speak of, lowest first: `1 and 2`. Null for none. */
export function versionsOf(entries: Thread['entries']): string | null {
  const versions = [...new Set(entries.flatMap(({ version }) => version ?? []))].sort(
    (one, other) => Number(one) - Number(other) || one.localeCompare(other),
  );
  if (versions.length > 4) return `${versions[0] ?? ''} to ${versions.at(-1) ?? ''}`;
  return versions.length === 0 ? null : versions.join(versions.length === 2 ? ' and ' : ', ');
}
