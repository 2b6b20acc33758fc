import type { SlotLedger, SlotRecord } from '../../electron/engine/store/slot-ledger.ts';

/** What a ledger file holds. Outlives the processes that open it. */
export class MemoryLedgerFile extends Map<string, SlotRecord> {
  #isAnew = false;

  /** The file is damaged and made anew: it knows nothing, and knows that. */
  lose(): void {
    this.clear();
    this.#isAnew = true;
  }

  override get(key: string): SlotRecord | undefined {
    return super.get(key) ?? (this.#isAnew ? LOST : undefined);
  }
}

const LOST: SlotRecord = { startedAt: null, heldAt: null, holdMs: 0, fresh: true };

/** A slot ledger over what stands in for files: read together, written together, as the real one does. */
export function createMemorySlotLedger(
  files: readonly MemoryLedgerFile[] = [new MemoryLedgerFile()],
): SlotLedger {
  return {
    transact: (keys, decide) => {
      const records = new Map(
        keys.map((key) => [key, files.flatMap((file) => file.get(key) ?? [])] as const),
      );
      const { write, value } = decide(records);
      for (const file of files) for (const [key, record] of write) file.set(key, record);
      return value;
    },
    close: () => undefined,
  };
}
