import type { Instant } from '../../../shared/notification.ts';

/** A stretch of time in which an account may have missed notifications, and nobody has said that they know. */
export interface OpenGap {
  readonly account: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly why: string;
}

/** `Account cards: something may be missing from 2026-11-01 09:00 to 2026-11-14 09:00 UTC. The app was …`. */
export const gapSentence = ({ account, from, to, why }: OpenGap): string =>
  `Account ${account}: something may be missing from ${minute(from)} to ${minute(to)} UTC. ${why}`;

/** `2026-11-22 09:40` */
export const minute = (at: Instant): string => at.slice(0, 16).replace('T', ' ');
