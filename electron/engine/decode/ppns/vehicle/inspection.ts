import type { Members } from '../members.ts';
import { inspectionInWords } from './vehicle-codes.ts';

/**
 * `true` and `false` are decisions, `undecided` is the absence of one: not made yet, or not applicable.
 * `false` speaks of customs alone and may become `true` later, for a transit that enters through an office of transit.
 */
export type Inspection = 'required' | 'not-required' | 'undecided';

export function inspectionOf(message: Members): Inspection {
  const flag = message.flag('inspectionRequired') ?? asFlag(message.text('inspectionRequired'));
  if (flag === null) return 'undecided';
  return flag ? 'required' : 'not-required';
}

/** Some clients write flags as text. */
const asFlag = (text: string | null): boolean | null =>
  text === 'true' ? true : text === 'false' ? false : null;

/** One stop: what is inspected, and the numbers of the locations where it can be; any one of them will do. */
interface Stop {
  readonly what: string;
  readonly where: readonly string[];
}

const stopsOf = (message: Members): readonly Stop[] =>
  message.objects('reportToLocations').map((visit) => ({
    what: inspectionInWords(visit.text('inspectionTypeId') ?? 'unknown'),
    where: visit.texts('locationIds'),
  }));

/** `customs inspection at location 4 or 9, then …`, in the order in which to report; null where none is named. */
export function stopsInWords(message: Members): string | null {
  const stops = stopsOf(message).map(({ what, where }) =>
    where.length === 0 ? what : `${what} at location ${where.join(' or ')}`,
  );
  return stops.length === 0 ? null : stops.join(', then ');
}

/** The first stop, and how many more; null where none is named. */
export function firstStopInWords(message: Members): string | null {
  const [first, ...more] = stopsOf(message);
  if (first === undefined) return null;
  const where = first.where.length === 0 ? '' : ` at location ${first.where.join(' or ')}`;
  return `${first.what}${where}${more.length === 0 ? '' : `, and ${more.length} more`}`;
}
