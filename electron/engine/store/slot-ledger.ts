import { resolve } from 'node:path';
import type { Failure } from '../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { systemClock, type Clock } from '../time/clock.ts';
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
  transact<T>(
    keys: readonly string[],
    decide: (records: ReadonlyMap<string, readonly SlotRecord[]>) => {
      readonly write: ReadonlyMap<string, SlotRecord>;
      readonly value: T;
    },
  ): T;
  close(): void;
}

export interface SlotLedgerOptions {
  readonly clock?: Clock;
  readonly driver?: DriverName;
  /** Whether calls were made from here before: a file that is not there, or is empty, has then been lost. */
  readonly hasCalled?: boolean;
  /** Told when a damaged file was set aside, with the name it has now. Its keys wait one interval; nothing else is lost. */
  readonly onSetAside?: (file: string) => void;
}

/** Opens the ledger over these files, each made where it is missing. */
export function openSlotLedger(
  files: readonly string[],
  options: SlotLedgerOptions = {},
): Result<SlotLedger, Failure> {
  const { clock = systemClock, driver, hasCalled = false, onSetAside = () => undefined } = options;
  // The same order in every process, or two of them could each hold what the other waits for.
  const paths = [...new Set(files.map((file) => resolve(file)))].sort();
  const opened: SlotFile[] = [];
  for (const path of paths) {
    try {
      opened.push(SlotFile.open(path, { clock, driver, hasCalled, onSetAside }));
    } catch (error) {
      for (const file of opened) file.close();
      return failed(storeFailureOf(error, path));
    }
  }
  return ok(ledgerOver(opened));
}

const ledgerOver = (files: readonly SlotFile[]): SlotLedger => ({
  transact: (keys, decide) => {
    const begun: SlotFile[] = [];
    try {
      for (const file of files) {
        file.begin();
        begun.push(file);
      }
      const records = new Map(
        keys.map((key) => [key, files.flatMap((file) => file.read(key) ?? [])] as const),
      );
      const { write, value } = decide(records);
      for (const file of files) file.write(write);
      for (const file of files) {
        file.commit();
        begun.shift();
      }
      return value;
    } catch (error) {
      for (const file of begun) file.rollback();
      throw error;
    }
  },
  close: () => {
    for (const file of files) file.close();
  },
});
