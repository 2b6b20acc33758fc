export type PushStatus = 'PENDING' | 'DELIVERED' | 'FAILED' | 'NOT_APPLICABLE';

/** What happened on a card or to a payment: subject and content of the notifications that tell of it. */
export interface MastercardEvent {
  /** One of the seven, or any other: the set is open. */
  readonly subject: string;
  readonly content: unknown;
  /** On the two TOKEN subjects only. */
  readonly idempotencyKey?: string;
}

export interface NewNotification extends MastercardEvent {
  readonly subscriptionName: string;
  /** Who may read it. */
  readonly subscriberId: string;
  readonly pushStatus: PushStatus;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds: neither in lists nor in totals before. */
  readonly visibleAt: number;
  /** Members that replace those of the listed object; `undefined` leaves one out. */
  readonly overrides: Readonly<Record<string, unknown>>;
}

/** One notification, as it stands now. */
export interface MastercardRow extends NewNotification {
  /** Where it stands among those of the same millisecond. */
  readonly sequence: number;
  /** Mutable at Mastercard as well. */
  pushStatus: PushStatus;
  /** Set to let it expire before its time. */
  isExpired: boolean;
}

/** Everything that was ever notified. */
export interface NotificationShelf {
  add(notification: NewNotification): MastercardRow;
  /** What has not expired and can be seen at `now`, oldest first, ties in the order of arrival. */
  listed(now: number, retentionMs: number): readonly MastercardRow[];
  /** All rows, gone and unseen ones too, in the order in which they were added. */
  all(): readonly MastercardRow[];
}

export function notificationShelf(): NotificationShelf {
  const rows: MastercardRow[] = [];
  return {
    add(notification) {
      const row = { ...notification, sequence: rows.length, isExpired: false };
      rows.push(row);
      return row;
    },
    listed: (now, retentionMs) =>
      rows
        .filter((row) => row.visibleAt <= now && !row.isExpired && now - row.createdAt < retentionMs)
        .sort((a, b) => a.createdAt - b.createdAt || a.sequence - b.sequence),
    all: () => rows,
  };
}

/** One element of a list, its members in the order in which the service writes them. */
export function renderRow(row: MastercardRow): unknown {
  return {
    subject: row.subject,
    subscriptionName: row.subscriptionName,
    pushStatus: row.pushStatus,
    createdTimestamp: new Date(row.createdAt).toISOString(),
    ...(row.idempotencyKey === undefined ? {} : { idempotencyKey: row.idempotencyKey }),
    content: row.content,
    ...row.overrides,
  };
}
