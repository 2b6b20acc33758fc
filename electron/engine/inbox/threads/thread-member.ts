import type { Facts, Instant, NotificationRow } from '../../../../shared/notification.ts';

/** One notification as a thread sees it. */
export interface ThreadMember {
  readonly row: NotificationRow;
  readonly facts: Facts;
  /** The source's own id; tells copies apart from each other where the message has no id of its own. */
  readonly remoteId: string | null;
}

/** When it was issued; a message whose date is missing or unreadable stands where it arrived. */
export const timeOf = ({ row, facts }: ThreadMember): Instant => facts.issuedAt ?? row.receivedAt;

/** The version of the declaration that it speaks of; null where it names none. */
export const versionOf = ({ facts: { version } }: ThreadMember): number | null =>
  version !== null && /^\d{1,9}$/.test(version) ? Number(version) : null;
