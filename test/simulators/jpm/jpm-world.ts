import { hexFrom, uuidFrom } from '../cds/chance.ts';
import { madeUpClient, type JpmClient, type NewJpmClient } from './clients.ts';
import type { DeliveryStatus, EntityType } from './contract.ts';
import { stepsOf, type DeliveryPlan } from './delivery.ts';
import type { Irregularity } from './irregularities.ts';
import type { JpmEvent, Members } from './jpm-event.ts';
import { deliveryOf, notificationShelf, type JpmRow, type NotificationShelf } from './notification-shelf.ts';
import type { JpmSettings } from './settings.ts';
import { covers, madeUpSubscription, type JpmSubscription, type NewSubscription } from './subscriptions.ts';

/** What may be said of a notification; the rest has a default. */
export interface Circumstances {
  /** A random UUID where absent. */
  readonly id?: string;
  /** The first client's first entity where absent. */
  readonly entity?: { readonly id: string; readonly type: EntityType };
  /** The simulator's own time where absent, epoch milliseconds. */
  readonly createdAt?: number;
  /** It can be read only so many milliseconds after it was created. */
  readonly visibleAfterMs?: number;
  readonly delivery?: DeliveryPlan;
  readonly subscription?: JpmSubscription;
  readonly irregularities?: readonly Irregularity[];
  readonly overrides?: Members;
}

/** The world behind the API: who may read, what is subscribed to, what happens. */
export interface JpmWorld {
  /** The first client. */
  readonly client: JpmClient;
  addClient(client?: NewJpmClient): JpmClient;
  /** For the first client's first entity where none is named. */
  subscribe(subscription?: NewSubscription, entityId?: string): JpmSubscription;
  readonly subscriptions: readonly JpmSubscription[];
  /** One notification for each active subscription that covers it: the same event under several ids, or none. */
  happen(event: JpmEvent, circumstances?: Circumstances): readonly JpmRow[];
  /** One notification, whatever is subscribed to. */
  notify(event: JpmEvent, circumstances?: Circumstances): JpmRow;
  /** What a search must name now to find it. */
  deliveryOf(row: JpmRow): DeliveryStatus;
  /** From now on, whatever was planned. */
  setDelivery(row: JpmRow, status: DeliveryStatus): void;
  /** Ends the retention of these now. */
  expire(...rows: readonly JpmRow[]): void;
  /** Everything ever notified, gone and unseen ones too. */
  rows(): readonly JpmRow[];
  /** What a reader with all rights could read now. */
  listed(): readonly JpmRow[];
}

/** A world and its inner parts. `now` is the simulator's own time. */
export function jpmWorld(
  random: () => number,
  now: () => number,
  settings: JpmSettings,
  first: NewJpmClient = {},
): {
  readonly world: JpmWorld;
  readonly shelf: NotificationShelf;
  readonly clientOf: (id: string) => JpmClient | null;
} {
  const shelf = notificationShelf(settings, random);
  const client = madeUpClient(random, first);
  const clients = [client];
  const subscriptions: JpmSubscription[] = [];
  const unnamed = madeUpSubscription(random, client.entity.id, 0);

  const world: JpmWorld = {
    client,
    addClient(added) {
      const made = madeUpClient(random, added);
      clients.push(made);
      return made;
    },
    subscribe(subscription, entityId = client.entity.id) {
      const made = madeUpSubscription(random, entityId, now(), subscription);
      subscriptions.push(made);
      return made;
    },
    subscriptions,
    happen: (event, circumstances = {}) => {
      const { entity = client.entity } = circumstances;
      return subscriptions
        .filter((subscription) => subscription.entityId === entity.id && covers(subscription, event))
        .map((subscription) => world.notify(event, { ...circumstances, subscription }));
    },
    notify(event, circumstances = {}) {
      const {
        entity = client.entity,
        createdAt = now(),
        subscription = unnamed,
        irregularities = [],
      } = circumstances;
      const isOpaque = [...irregularities, ...settings.irregularities].includes('opaque-id');
      return shelf.add({
        id: circumstances.id ?? (isOpaque ? opaqueId(random) : uuidFrom(random)),
        entityId: entity.id,
        entityType: entity.type,
        subscriptionId: subscription.subscriptionId,
        callbackUrl: subscription.callbackUrl,
        createdAt,
        visibleAt: createdAt + (circumstances.visibleAfterMs ?? 0),
        event,
        steps: stepsOf(circumstances.delivery ?? settings.delivery, createdAt),
        irregularities,
        overrides: circumstances.overrides ?? {},
        isExpired: false,
      });
    },
    deliveryOf: (row) => deliveryOf(row, now()),
    setDelivery: (row, status) => {
      const past = row.steps.filter(({ at }) => at < now());
      row.steps = [...past, { status, at: now() }];
    },
    expire: (...rows) => rows.forEach((row) => void (row.isExpired = true)),
    rows: () => shelf.all(),
    listed: () => shelf.listed(now()),
  };
  return { world, shelf, clientOf: (id) => clients.find(({ clientId }) => clientId === id) ?? null };
}

/** Nearly a UUID, as in the guide's example. */
const opaqueId = (random: () => number): string =>
  [4, 4, 4, 4, 10].map((digits) => hexFrom(random, digits)).join('-');
