import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './replace-file.ts';
import type { SlotRecord } from './slot-ledger.ts';
import { storeErrorOf } from './sqlite/store-failure.ts';

/**
 * The copies of Quayside that other people run on this machine. Each person's copies keep a folder of their own that
 * nobody else writes to, in a folder that all can read: what a neighbour tells is read, never trusted with more than a
 * wait, and nothing of a neighbour's is opened for writing.
 */
export interface Neighbours {
  /** What they tell of these keys. */
  look(keys: readonly string[]): Told;
  /** Tells them all that is known here; `announced`: of a call that may yet be taken back. */
  tell(calls: ReadonlyMap<string, SlotRecord>, announced: boolean): void;
  /**
   * Whether a call that has just been announced must be taken back, because a neighbour has told of one under these
   * keys since `before`. Of two that announce at once the one with the smaller number goes first.
   */
  mustYield(keys: readonly string[], before: Told): boolean;
}

export interface Told {
  readonly records: ReadonlyMap<string, readonly SlotRecord[]>;
  readonly of: readonly Neighbour[];
}

interface Neighbour {
  readonly id: number;
  readonly announced: boolean;
  /** What it tells of the keys asked for, to be compared. */
  readonly text: string;
}

/** Where nobody can be heard of. */
export const NOBODY: Neighbours = {
  look: () => ({ records: new Map(), of: [] }),
  tell: () => undefined,
  mustYield: () => false,
};

/** `folder` holds one folder a person, named by `id`, that person's number on this machine. */
export function createNeighbours(folder: string, id: number): Neighbours {
  const own = neighbourFolder(folder, id);

  function look(keys: readonly string[]): Told {
    const files = others().flatMap((other) => {
      const read = readCalls(join(neighbourFolder(folder, other), CALLS));
      return read === null ? [] : [{ id: other, ...read }];
    });
    const records = keys.map((key) => [key, files.flatMap(({ calls }) => calls[key] ?? [])] as const);
    const of = files.map(({ id: other, announced, calls }) => ({
      id: other,
      announced,
      text: JSON.stringify(keys.map((key) => calls[key] ?? null)),
    }));
    return { records: new Map(records), of };
  }

  const others = (): number[] =>
    namesIn(folder).flatMap((name) => {
      const other = Number(FOLDER_NAME.exec(name)?.[1] ?? NaN);
      return Number.isNaN(other) || other === id ? [] : [other];
    });

  return {
    look,
    tell: (calls, announced) => {
      // Whose account was asked to wait is nobody else's business.
      const told = [...calls].map(([key, record]) => [key, { ...record, quiet: nameless(record) }] as const);
      const text = JSON.stringify({ version: 1, announced, calls: Object.fromEntries(told) });
      try {
        replaceFile(join(own, CALLS), text, 0o644);
      } catch (error) {
        // Nothing may go out of which the others cannot know.
        throw storeErrorOf(error, join(own, CALLS)) ?? error;
      }
    },
    mustYield: (keys, before) => {
      const known = new Map(before.of.map((neighbour) => [neighbour.id, neighbour.text]));
      const isNew = (neighbour: Neighbour) => neighbour.text !== (known.get(neighbour.id) ?? NOTHING(keys));
      for (let tries = 0; ; tries += 1) {
        const news = look(keys).of.filter(isNew);
        if (news.length === 0) return false;
        // One that announces and is behind us takes it back, unless it has died: then its call may have gone out.
        const isUndecided = news.every((neighbour) => neighbour.announced && neighbour.id > id);
        if (!isUndecided || tries === MOST_TRIES) return true;
        Atomics.wait(PAUSE, 0, 0, PAUSE_MS);
      }
    },
  };
}

export const neighbourFolder = (folder: string, id: number): string => join(folder, `quayside-${id}`);

const CALLS = 'calls.json';
const FOLDER_NAME = /^quayside-(\d{1,10})$/;
const NOTHING = (keys: readonly string[]) => JSON.stringify(keys.map(() => null));
const PAUSE = new Int32Array(new SharedArrayBuffer(4));
const PAUSE_MS = 2;
/** A tenth of a second: an announcement lasts as long as a write to a disk. */
const MOST_TRIES = 50;

const nameless = ({ quiet = null }: SlotRecord) => (quiet === null ? null : { ...quiet, askedOf: null });

const record = z.object({
  startedAt: z.number().nullable(),
  heldAt: z.number().nullable(),
  holdMs: z.number(),
  quiet: z.object({ at: z.number(), ms: z.number(), askedOf: z.null() }).nullable(),
});
const callsSchema = z.object({
  version: z.literal(1),
  announced: z.boolean(),
  calls: z.record(z.string(), record),
});

/** Null for what is not there, no plain file, far too long or not of this form. */
function readCalls(file: string): z.infer<typeof callsSchema> | null {
  let descriptor: number | null = null;
  try {
    // A link, or a pipe that never answers, is none of ours. Windows knows neither flag, and takes nothing for none.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size } = fstatSync(descriptor);
    if (!fstatSync(descriptor).isFile() || size > LONGEST) return null;
    return callsSchema.safeParse(JSON.parse(readFileSync(descriptor, 'utf8'))).data ?? null;
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Some hundred bytes a key. */
const LONGEST = 262_144;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
