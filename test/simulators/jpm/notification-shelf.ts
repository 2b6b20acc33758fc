import type { DeliveryStatus, EntityType } from './contract.ts';
import { dayOf } from './days.ts';
import { stepAt, type DeliveryStep } from './delivery.ts';
import type { Irregularity } from './irregularities.ts';
import type { JpmEvent, Members } from './jpm-event.ts';
import type { NotificationFilters } from './notification-filters.ts';
import type { JpmSettings } from './settings.ts';

/** One notification as it stands now. Instants are epoch milliseconds. */
export interface JpmRow {
  readonly id: string;
  readonly entityId: string;
  readonly entityType: EntityType;
  readonly subscriptionId: string;
  /** Null where it goes by another channel than a webhook. */
  readonly callbackUrl: string | null;
  readonly createdAt: number;
  /** Neither listed nor had by id before. */
  readonly visibleAt: number;
  event: JpmEvent;
  /** What has become of its delivery and what will. */
  steps: readonly DeliveryStep[];
  irregularities: readonly Irregularity[];
  /** Members that replace those that are written; `undefined` leaves one out. */
  overrides: Members;
  /** Set to let it go before its time. */
  isExpired: boolean;
}

/** Everything that was ever notified. */
export interface NotificationShelf {
  add(row: JpmRow): JpmRow;
  /** What can be read now, in the order in which it was added. */
  listed(now: number): readonly JpmRow[];
  /** What a search finds at `now`, all of it, in the order of the settings. */
  search(filters: NotificationFilters, entityId: string, now: number): readonly JpmRow[];
  all(): readonly JpmRow[];
}

export function notificationShelf(settings: JpmSettings, random: () => number): NotificationShelf {
  const rows: JpmRow[] = [];

  const listed = (now: number) =>
    rows.filter(
      (row) =>
        row.visibleAt <= now &&
        !row.isExpired &&
        (settings.retentionDays === null || now - row.createdAt < settings.retentionDays * 86_400_000),
    );

  return {
    add(row) {
      rows.push(row);
      return row;
    },
    listed,
    search: (filters, entityId, now) =>
      ordered(
        listed(now).filter((row) => row.entityId === entityId && matches(row, filters, now, settings)),
        settings.order,
        random,
      ),
    all: () => rows,
  };
}

/** The delivery status of a row at `now`. */
export const deliveryOf = (row: JpmRow, now: number): DeliveryStatus =>
  stepAt(row.steps, row.createdAt, now).status;

function matches(
  row: JpmRow,
  { status, from, to }: NotificationFilters,
  now: number,
  { dayOf: basis, timeZone }: JpmSettings,
): boolean {
  const step = stepAt(row.steps, row.createdAt, now);
  if (status !== null && step.status !== status) return false;
  if (from === null || to === null) return true;
  const day = dayOf(basis === 'creation' ? row.createdAt : step.at, timeZone);
  return from <= day && day <= to;
}

function ordered(
  rows: readonly JpmRow[],
  order: JpmSettings['order'],
  random: () => number,
): readonly JpmRow[] {
  const keyed = rows.map((row, place) => ({
    row,
    place,
    key: order === 'shuffled' ? random() : row.createdAt,
  }));
  const direction = order === 'newest-first' ? -1 : 1;
  return keyed.sort((a, b) => direction * (a.key - b.key || a.place - b.place)).map(({ row }) => row);
}
