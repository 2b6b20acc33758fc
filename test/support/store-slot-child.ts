import { openSlotLedger } from '../../electron/engine/store/slot-ledger.ts';

/* Adds one to a shared record, as often as asked. Arguments: how often, the ledger files. */
const [times = '', ...files] = process.argv.slice(2);
const opened = openSlotLedger(files);
if (!opened.ok) throw new Error(opened.failure.detail ?? opened.failure.reason);

for (let n = 0; n < Number(times); n += 1) {
  opened.value.transact(['shared'], (records) => {
    const standing = Math.max(0, ...(records.get('shared') ?? []).map((record) => record.startedAt ?? 0));
    return {
      write: new Map([['shared', { startedAt: standing + 1, heldAt: null, holdMs: 0 }]]),
      value: null,
    };
  });
}
opened.value.close();
