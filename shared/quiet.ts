import { z } from 'zod';
import { instantSchema } from './notification.ts';

/**
 * What is expected of a declaration under way and may fail to come. Silence is news too:
 *
 * - `registration`: one DMSRCV and neither acceptance nor rejection. Usual for a pre-lodged declaration until it arrives.
 * - `arrival`: a second DMSRCV before acceptance, which is the receipt of an arrival, and no acceptance or rejection.
 * - `clearance`: accepted and not cleared.
 * - `final-tax`: accepted, with an indicative calculation and no final one.
 * - `exit`: an export that is cleared and not reported as having left.
 * - `documents`: documents are wanted and their limit is near.
 */
export const QUIET_RULES = [
  'registration',
  'arrival',
  'clearance',
  'final-tax',
  'exit',
  'documents',
] as const;
export const quietRuleSchema = z.enum(QUIET_RULES);
export type QuietRule = z.infer<typeof quietRuleSchema>;

/** One expectation that was not met in time. */
export const quietNoticeSchema = z.object({
  rule: quietRuleSchema,
  /** What it counts from: the message that began the wait; for `documents` the limit itself. */
  at: instantSchema,
  noticedAt: instantSchema,
});
export type QuietNotice = z.infer<typeof quietNoticeSchema>;

const minutes = (byDefault: number) => z.number().int().min(0).max(525_600).default(byDefault);

/**
 * How long each silence is borne, in minutes; for `documents` how long before the limit to speak. 0 switches the
 * rule off. Defaults: HMRC's own upload page speaks of two to three hours for a check; trade test saw exits
 * reported up to a day after clearance.
 */
export const quietMinutesSchema = z.strictObject({
  registration: minutes(60),
  arrival: minutes(15),
  clearance: minutes(240),
  'final-tax': minutes(240),
  exit: minutes(7 * 1440),
  documents: minutes(1440),
});
export type QuietMinutes = z.infer<typeof quietMinutesSchema>;
