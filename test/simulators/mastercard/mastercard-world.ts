import { madeUpProject, type MastercardProject, type NewProject } from './projects.ts';
import {
  notificationShelf,
  type MastercardEvent,
  type MastercardRow,
  type NotificationShelf,
  type PushStatus,
} from './notification-shelf.ts';
import type { MastercardSettings } from './settings.ts';
import { madeUpSubscription, type MastercardSubscription, type NewSubscription } from './subscriptions.ts';

/** What may be said of a notification; the rest has a default. */
export interface Circumstances {
  /** The simulator's own time where absent, epoch milliseconds. */
  readonly createdAt?: number;
  /** It shows only this much later than it was created. */
  readonly visibleAfterMs?: number;
  readonly pushStatus?: PushStatus;
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** The world behind the API: who may read, what they subscribed to, what happens. */
export interface MastercardWorld {
  /** The first project. */
  readonly project: MastercardProject;
  addProject(project?: NewProject): MastercardProject;
  /** Of the first project's subscriber where none is named. */
  subscribe(subscription: NewSubscription, subscriberId?: string): MastercardSubscription;
  readonly subscriptions: readonly MastercardSubscription[];
  /** One notification for each active subscription to the subject, in the order of the subscriptions; may be none. */
  happen(event: MastercardEvent, circumstances?: Circumstances): readonly MastercardRow[];
  /** One notification, whatever is subscribed to. */
  notify(
    event: MastercardEvent,
    circumstances?: Circumstances & { readonly subscriptionName?: string; readonly subscriberId?: string },
  ): MastercardRow;
  /** The same notification once more: with the `createdAt` of the first, unless another is named. */
  repeat(row: MastercardRow, circumstances?: Circumstances): MastercardRow;
  setPushStatus(row: MastercardRow, status: PushStatus): void;
  /** Ends the retention of these now. */
  expire(...rows: readonly MastercardRow[]): void;
  /** Everything ever notified, gone and unseen ones too. */
  rows(): readonly MastercardRow[];
  /** What a reader with all rights would be shown now, oldest first. */
  listed(): readonly MastercardRow[];
}

/** A world and its inner parts. `now` is the simulator's own time. */
export function mastercardWorld(
  random: () => number,
  now: () => number,
  settings: MastercardSettings,
  first: NewProject = {},
): {
  world: MastercardWorld;
  shelf: NotificationShelf;
  findProject: (key: string) => MastercardProject | null;
} {
  const shelf = notificationShelf();
  const project = madeUpProject(random, first);
  const projects = [project];
  const subscriptions: MastercardSubscription[] = [];

  const world: MastercardWorld = {
    project,
    addProject(added) {
      const made = madeUpProject(random, added);
      projects.push(made);
      return made;
    },
    subscribe(subscription, subscriberId = project.subscriberId) {
      const made = madeUpSubscription(random, subscriberId, subscription);
      subscriptions.push(made);
      return made;
    },
    subscriptions,
    happen: (event, circumstances) =>
      subscriptions
        .filter(({ active, subjectType }) => active && subjectType === event.subject)
        .map(({ name, subscriberId }) =>
          world.notify(event, { ...circumstances, subscriptionName: name, subscriberId }),
        ),
    notify(event, { subscriptionName = `ALL_${event.subject}`, subscriberId, ...circumstances } = {}) {
      const { createdAt = now(), visibleAfterMs = 0, pushStatus, overrides = {} } = circumstances;
      return shelf.add({
        ...event,
        subscriptionName,
        subscriberId: subscriberId ?? project.subscriberId,
        pushStatus: pushStatus ?? settings.pushStatus,
        createdAt,
        visibleAt: createdAt + visibleAfterMs,
        overrides,
      });
    },
    repeat: (row, circumstances = {}) => world.notify(row, { ...row, ...circumstances }),
    setPushStatus: (row, status) => void (row.pushStatus = status),
    expire: (...rows) => rows.forEach((row) => void (row.isExpired = true)),
    rows: () => shelf.all(),
    listed: () => shelf.listed(now(), settings.retentionMs),
  };
  return {
    world,
    shelf,
    findProject: (key) => projects.find(({ consumerKey }) => consumerKey === key) ?? null,
  };
}
