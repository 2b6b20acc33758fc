import { z } from 'zod';
import { SOURCE_NAMES, type SourceName } from './accounts/source-name.ts';

/**
 * How many days each source keeps a message, by its own documentation; null where it says nothing. Who is away
 * longer may have missed something.
 *
 * Push-pull: 30 days from creation. CDS: 14 days from receipt into the queue, pulled or not. Mastercard: 7 days from
 * creation, which it may change with notice. J.P. Morgan: not published.
 */
export const DOCUMENTED_RETENTION_DAYS = {
  'hmrc-ppns': 30,
  'hmrc-cds': 14,
  'mastercard-cen': 7,
  'jpm-notifications': null,
} as const satisfies Readonly<Record<SourceName, number | null>>;

const days = (source: SourceName) =>
  z.number().int().min(1).max(365).nullable().default(DOCUMENTED_RETENTION_DAYS[source]);

/** The same as a person may set it, for contracts that differ from the documentation. */
export const retentionDaysSchema = z.strictObject(
  Object.fromEntries(SOURCE_NAMES.map((source) => [source, days(source)])) as Readonly<
    Record<SourceName, ReturnType<typeof days>>
  >,
);
export type RetentionDays = z.infer<typeof retentionDaysSchema>;
