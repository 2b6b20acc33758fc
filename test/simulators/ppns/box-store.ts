import { randomUUID } from 'node:crypto';

export type PpnsStatus = 'PENDING' | 'ACKNOWLEDGED' | 'FAILED';

/** How dates are written: as today, as in January 2023, and as in the days after that. */
export type PpnsDateFormat = 'offset' | 'zulu' | 'nine-digits';

export interface NewPpnsNotification {
  readonly message: string;
  /** `application/json` where absent. */
  readonly contentType?: 'application/json' | 'application/xml';
  /** PENDING where absent; ACKNOWLEDGED as after a push that succeeded, FAILED as after many that did not. */
  readonly status?: PpnsStatus;
  /** A random one where absent. */
  readonly notificationId?: string;
  /** Epoch milliseconds; now where absent. */
  readonly createdAt?: number;
  /** The item shows in lists only this much later than it was created, as after a slow insert. */
  readonly visibleAfterMs?: number;
  /** Members that replace those of the listed element; `undefined` leaves one out. For elements that are damaged. */
  readonly overrides?: Readonly<Record<string, unknown>>;
}

export interface PpnsItem {
  readonly notificationId: string;
  readonly contentType: string;
  readonly message: string;
  readonly createdAt: number;
  readonly visibleAt: number;
  readonly overrides: Readonly<Record<string, unknown>>;
  status: PpnsStatus;
}

export interface PpnsBox {
  readonly boxId: string;
  readonly name: string;
  readonly clientId: string;
  readonly items: Map<string, PpnsItem>;
}

/** Boxes and what is in them. Items leave `retentionMs()` after they were created, whatever their status. */
export interface BoxStore {
  /** As at HMRC: asking again for the same name and client gives the same box. */
  createBox(clientId: string, name: string, boxId?: string): PpnsBox;
  find(boxId: string): PpnsBox | null;
  post(boxId: string, notification: NewPpnsNotification): string;
  setStatus(boxId: string, ids: readonly string[], status: PpnsStatus): void;
  /** What a reader of the box may see at this moment, in no particular order. */
  visible(boxId: string): readonly PpnsItem[];
}

export function boxStore(
  now: () => number,
  retentionMs: () => number,
  createdSkewMs: () => number,
): BoxStore {
  const boxes = new Map<string, PpnsBox>();

  const boxOf = (boxId: string): PpnsBox => {
    const box = boxes.get(boxId.toLowerCase());
    if (!box) throw new Error(`the simulator has no box ${boxId}`);
    return box;
  };

  return {
    createBox(clientId, name, boxId = randomUUID()) {
      const held = [...boxes.values()].find((box) => box.name === name && box.clientId === clientId);
      if (held) return held;
      const box = { boxId: boxId.toLowerCase(), name, clientId, items: new Map<string, PpnsItem>() };
      boxes.set(box.boxId, box);
      return box;
    },
    find: (boxId) => boxes.get(boxId.toLowerCase()) ?? null,
    post(boxId, notification) {
      const notificationId = notification.notificationId ?? randomUUID();
      const createdAt = notification.createdAt ?? now() + createdSkewMs();
      boxOf(boxId).items.set(notificationId, {
        notificationId,
        contentType: notification.contentType ?? 'application/json',
        message: notification.message,
        status: notification.status ?? 'PENDING',
        createdAt,
        visibleAt: (notification.createdAt ?? now()) + (notification.visibleAfterMs ?? 0),
        overrides: notification.overrides ?? {},
      });
      return notificationId;
    },
    setStatus(boxId, ids, status) {
      const { items } = boxOf(boxId);
      for (const id of ids) {
        const item = items.get(id);
        if (item && !isExpired(item)) item.status = status;
      }
    },
    visible: (boxId) =>
      [...boxOf(boxId).items.values()].filter((item) => item.visibleAt <= now() && !isExpired(item)),
  };

  function isExpired(item: PpnsItem): boolean {
    return item.createdAt + retentionMs() <= now();
  }
}
