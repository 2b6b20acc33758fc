import { resolve } from 'node:path';
import type { Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { systemClock, type Clock } from '../time/clock.ts';
import { createNeighbours, NOBODY, type Neighbours } from './neighbours.ts';
import type { DriverName } from './sqlite/driver.ts';
import { SlotFile } from './sqlite/slot-file.ts';
import { storeFailureOf } from './sqlite/store-failure.ts';

/** What is known of the last call under one limit. Instants are `Clock.uptime()`, milliseconds. */
export interface SlotRecord {
  /** When the last call started; null where none is known. */
  readonly startedAt: number | null;
  /** Since when, and for how long, no call may start for reasons of our own: one may still be on its way. */
  readonly heldAt: number | null;
  readonly holdMs: number;
  /** What the server asked for; absent where it asks for nothing. */
  readonly quiet?: AskedQuiet | null;
  /** True where the file was lost and made anew, so that a call may have started a moment ago. */
  readonly fresh?: boolean;
}

/** A server's wish to be left alone. */
export interface AskedQuiet {
  /** `Clock.uptime()`. */
  readonly at: number;
  readonly ms: number;
  /** The name of the account whose call was answered with it; null where that is nobody's business here. */
  readonly askedOf: string | null;
}

/** The memory of the limiter, shared by every process that opens the same files. */
export interface SlotLedger {
  /**
   * Reads the records of `keys`, one list a key with an entry for each file that knows it, and writes what
   * `decide` answers to every file; on disk when it returns. No other process reads or writes in between.
   * Throws a `StoreError` where it cannot, and then nothing may be started; what one file may already hold
   * makes the wait longer, never shorter.
   */
  transact<T>(keys: readonly string[], decide: Decide<T>): T;
  close(): void;
}

export type Decide<T> = (records: ReadonlyMap<string, readonly SlotRecord[]>) => {
  readonly write: ReadonlyMap<string, SlotRecord>;
  readonly value: T;
  /** Whether calls go out for what is written. It may have to be decided anew then, as if nothing had been written. */
  readonly startsCalls?: boolean;
};

export interface SlotLedgerOptions {
  readonly clock?: Clock;
  readonly driver?: DriverName;
  /** Whether calls were made from here before: a file that is not there, or is empty, has then been lost. */
  readonly hasCalled?: boolean;
  /** Told when a damaged file was set aside, with the name it has now. Its keys wait one interval; nothing else is lost. */
  readonly onSetAside?: (file: string) => void;
  /**
   * The folder of this machine in which other people's copies are heard of, and the one in it in which this person's
   * tell of their own calls and keep another file of this ledger; null for none.
   */
  readonly machine?: { readonly folder: string; readonly id: number; readonly own: string } | null;
}

/** Opens the ledger over these files, each made where it is missing. */
export function openSlotLedger(
  files: readonly string[],
  options: SlotLedgerOptions = {},
): Result<SlotLedger, Failure> {
  const { clock = systemClock, driver, hasCalled = false, onSetAside = () => undefined } = options;
  const { machine = null } = options;
  // The same order in every process, or two of them could each hold what the other waits for.
  const shared = machine === null ? null : resolve(machine.own, 'slots.db');
  const paths = [
    ...new Set([...files.map((file) => resolve(file)), ...(shared === null ? [] : [shared])]),
  ].sort();
  const opened: SlotFile[] = [];
  for (const path of paths) {
    try {
      opened.push(SlotFile.open(path, { clock, driver, hasCalled, onSetAside }));
    } catch (error) {
      for (const file of opened) file.close();
      return failed(storeFailureOf(error, path));
    }
  }
  const neighbours = machine === null ? NOBODY : createNeighbours(machine.folder, machine.id);
  const told = opened.find((_, index) => paths[index] === shared) ?? null;
  return ok(ledgerOver({ files: opened, told, neighbours }));
}

interface Parts {
  readonly files: readonly SlotFile[];
  /** The file that all copies of this person write to, and of which the neighbours are told. */
  readonly told: SlotFile | null;
  readonly neighbours: Neighbours;
}

const ledgerOver = (parts: Parts): SlotLedger => ({
  transact: (keys, decide) => {
    for (;;) {
      const attempt = attemptOnce(parts, keys, decide);
      if (attempt !== 'contested') return attempt.value;
    }
  },
  close: () => {
    for (const file of parts.files) file.close();
  },
});

function attemptOnce<T>(
  { files, told, neighbours }: Parts,
  keys: readonly string[],
  decide: Decide<T>,
): { readonly value: T } | 'contested' {
  const begun: SlotFile[] = [];
  const rollback = () => {
    for (const file of begun) file.rollback();
  };
  try {
    for (const file of files) {
      file.begin();
      begun.push(file);
    }
    const before = rowsOf(told);
    const heard = neighbours.look(keys);
    const records = keys.map((key) => {
      const own = files.flatMap((file) => file.read(key) ?? []);
      return [key, [...own, ...(heard.records.get(key) ?? [])]] as const;
    });
    const { write, value, startsCalls = false } = decide(new Map(records));
    for (const file of files) file.write(write);
    const after = rowsOf(told);
    if (startsCalls) {
      neighbours.tell(after, true);
      if (neighbours.mustYield(keys, heard)) {
        rollback();
        neighbours.tell(before, false);
        return 'contested';
      }
    }
    for (const file of files) {
      file.commit();
      begun.shift();
    }
    if (write.size > 0) neighbours.tell(after, false);
    return { value };
  } catch (error) {
    rollback();
    throw error;
  }
}

const rowsOf = (file: SlotFile | null): ReadonlyMap<string, SlotRecord> => new Map(file?.rows() ?? []);
