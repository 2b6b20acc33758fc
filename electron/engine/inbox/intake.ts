import type { NotificationRow } from '../../../shared/notification.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { StoreError, type DecodedPart, type InboxStore, type UndecodedPayload } from '../store/store.ts';
import { breath } from './breath.ts';
import { damagedPart, unreadPart } from './intake-unread.ts';

/** How a payload is read. Total: what it cannot read comes back as `unrecognised`. */
export interface Reader {
  readonly version: (source: UndecodedPayload['source']) => number;
  readonly read: (payload: WholePayload) => readonly DecodedPart[];
}

export type WholePayload = UndecodedPayload & { readonly bytes: Uint8Array };

export interface Intake {
  /** Reads every payload that was kept and not read yet; the rows that came of it, oldest first. Rejects with a `StoreError`. */
  drain(): Promise<readonly NotificationRow[]>;
  /**
   * Does `act` once everything kept has been read, and lets nobody take payloads until it has ended. What `act` takes
   * and finds to be new all the same it hands to `leave`, for the next drain. Rejects with a `StoreError`.
   */
  between<T>(act: (leave: (fresh: readonly UndecodedPayload[]) => void) => Promise<T>): Promise<T>;
}

/** Fifty to a hundred rows a transaction keep the store answering between two of them. */
const BATCH = 50;

/** How often reading may have been begun by processes that then died: a kill at a bad moment is no proof of guilt. */
const MOST_DEATHS = 3;

/**
 * Turns kept payloads into notifications. Payloads are durable before they are read, and each attempt is counted
 * before it begins: one that takes the process down with it every time is shown unread instead of being tried for
 * ever. What an earlier process left is read one by one, so that only the culprit's count rises. One that is damaged on
 * disk is shown as that, and what came with it is read.
 */
export function createIntake(store: InboxStore, reader: Reader): Intake {
  let running: Promise<unknown> = Promise.resolve();
  let size = 1;
  /** Taken and not written yet, such as on a full disk: kept at hand, because taking them again would count as a death. */
  let taken: readonly UndecodedPayload[] = [];
  /** Rows that no drain has told of yet. */
  let untold: readonly NotificationRow[] = [];

  /** One at a time: two that take would count each other's payloads as attempts that never ended. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = running.then(act, act);
    running = turn;
    return turn;
  }

  async function readAll(): Promise<void> {
    for (;;) {
      if (taken.length === 0) taken = await store.takeUndecoded(size);
      if (taken.length === 0) break;
      const isMany = taken.length === BATCH;
      await putTaken();
      if (isMany) await breath();
    }
    size = BATCH;
  }

  async function putTaken(): Promise<void> {
    const decoded = taken.map((payload) => ({
      payload: payload.payload,
      parts: partsOf(payload),
      decoderVersion: reader.version(payload.source),
    }));
    const rows = await unlessGone(() => store.putFacts(decoded));
    taken = [];
    if (rows !== null) untold = [...untold, ...rows];
  }

  function partsOf(payload: UndecodedPayload): readonly DecodedPart[] {
    if (!isWhole(payload)) return [damagedPart(payload)];
    if (hasKilled(payload)) return [unreadPart(payload, 'its reading never ended')];
    const parts = readSafely(reader, payload);
    return parts.ok ? parts.value : [unreadPart(payload, `fault in Quayside: ${parts.failure}`)];
  }

  return {
    drain: () =>
      inTurn(async () => {
        await readAll();
        const rows = untold;
        untold = [];
        return rows;
      }),
    between: (act) =>
      inTurn(async () => {
        await readAll();
        return act((fresh) => (taken = [...taken, ...fresh]));
      }),
  };
}

/** Whether reading it has cost so many processes their life that it is not tried again. */
export const hasKilled = ({ attempts }: UndecodedPayload): boolean => attempts - 1 > MOST_DEATHS;

/** Whether its bytes are what was kept: what is damaged on disk is no decoder's to read. */
export const isWhole = (payload: UndecodedPayload): payload is WholePayload => payload.bytes !== null;

/** Decoders do not throw; if one does all the same, it costs its own message its facts and no other's. */
export function readSafely(reader: Reader, payload: WholePayload): Result<readonly DecodedPart[], string> {
  try {
    const parts = reader.read(payload);
    return parts.length === 0 ? failed('NoNotification') : ok(parts);
  } catch (error) {
    // Its message may hold payload text.
    return failed(error instanceof Error ? error.name : typeof error);
  }
}

/** Null where one of the payloads has gone with its account since it was taken; nothing was written then. */
export async function unlessGone<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof StoreError && error.reason === 'not-found') return null;
    throw error;
  }
}
