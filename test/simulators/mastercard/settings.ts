import type { PushStatus } from './notification-shelf.ts';
import type { NotificationQuery } from './notification-query.ts';

/** What can be changed at any time. What no source says of the real service has a setting of its own. */
export interface MastercardSettings {
  /** Added to the clock of the simulated world: the time in `Date`, in new rows, in expiry and timestamp checks. */
  clockSkewMs: number;
  /** How far an OAuth timestamp may be off, either way. */
  timestampWindowMs: number;
  /** Answer to a signature that does not match: reports differ. */
  mismatchStatus: 401 | 403;
  retentionMs: number;
  /** Of new notifications that name none. */
  pushStatus: PushStatus;
  defaultLimit: number;
  maximumLimit: number;
  /** What a `limit` above the maximum is answered with. */
  overMaximum: 'clamp' | 'refuse';
  /** `past` refuses a window that ends in the future or not after its start, as a bank that relays the service does. */
  windows: 'any' | 'past';
  /** What a `start` older than the retention is answered with. */
  beforeRetention: 'serve' | 'refuse';
  /** The `count` that is told of a page with so many rows. */
  countOf: (rows: number) => number;
  /** The `total` that is told where so many rows match. */
  totalOf: (rows: number) => number;
  /** Called before each list of notifications is drawn up: the moment to shift rows under a walker. */
  beforeList: (query: NotificationQuery) => void;
}

export const defaultSettings = (): MastercardSettings => ({
  clockSkewMs: 0,
  timestampWindowMs: 300_000,
  mismatchStatus: 401,
  retentionMs: 7 * 86_400_000,
  pushStatus: 'NOT_APPLICABLE',
  defaultLimit: 200,
  maximumLimit: 200,
  overMaximum: 'clamp',
  windows: 'any',
  beforeRetention: 'serve',
  countOf: (rows) => rows,
  totalOf: (rows) => rows,
  beforeList: () => undefined,
});
