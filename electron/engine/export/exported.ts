import type { Facts, NotificationRow } from '../../../shared/notification.ts';

/** One notification on its way into a file. */
export interface Exported {
  readonly row: NotificationRow;
  readonly facts: Facts;
}
