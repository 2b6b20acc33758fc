import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

/** Adds one value of a closed list to those given before. */
export const oneOf =
  <T extends string>(allowed: readonly T[]) =>
  (value: string, before: readonly T[] = []): readonly T[] => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw new InvalidArgumentError(`Use ${inWords(allowed)}.`);
    return [...before, found];
  };

/** Adds one text to those given before. */
export const text =
  (longest: number) =>
  (value: string, before: readonly string[] = []): readonly string[] => [...before, bounded(value, longest)];

export function searchText(value: string): string {
  return bounded(value, LONGEST_SEARCH);
}

/** `2026-11-22` (its first instant in UTC) or a full instant with `Z` or an offset, as an instant. */
export function instant(value: string): string {
  if (z.iso.date().safeParse(value).success) return `${value}T00:00:00.000Z`;
  if (z.iso.datetime({ offset: true }).safeParse(value).success) return new Date(value).toISOString();
  throw new InvalidArgumentError(
    'Use a date such as 2026-11-22 or an instant such as 2026-11-22T09:40:11Z (with Z or an offset).',
  );
}

/** How many lines at most. */
export function limit(value: string): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > MOST_LINES) {
    throw new InvalidArgumentError(`Use a whole number from 1 to ${MOST_LINES}.`);
  }
  return number;
}

/** A stretch of time in seconds, fractions allowed. */
export function seconds(value: string): number {
  const number = /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : 0;
  if (number <= 0) throw new InvalidArgumentError('Use a number of seconds above 0.');
  return number;
}

/** The id of a stored notification, as `quayside list` prints it. */
export function notificationId(value: string): string {
  if (!/^\d{1,16}$/.test(value)) {
    throw new InvalidArgumentError('Use the id of a notification as "quayside list" prints it: a number.');
  }
  return value;
}

/** The same, added to those given before. */
export const notificationIds = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  notificationId(value),
];

const LONGEST_SEARCH = 400;
const MOST_LINES = 10_000;

function bounded(value: string, longest: number): string {
  if (value === '' || value.length > longest) {
    throw new InvalidArgumentError(`Use 1 to ${longest} characters.`);
  }
  return value;
}

const inWords = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
