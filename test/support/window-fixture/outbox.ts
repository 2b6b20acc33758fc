import type { TriageOutcome } from '../../../shared/engine-api.ts';
import type { Archive, RowChange } from './archive.ts';
import type { Scenario } from './scenario.ts';

/** Acknowledgements that leave when their time has come, and reach the pretended source or do not. */
export function createOutbox(archive: Archive, scenario: Scenario, changed: () => void) {
  const undoable = new Map<string, ReadonlyMap<number, RowChange>>();
  const leaving = new Map<number, number>();
  let works = scenario.send === 'works';

  setInterval(() => {
    const due = [...leaving].filter(([, at]) => at <= Date.now());
    for (const [number] of due) {
      leaving.delete(number);
      archive.change(
        number,
        works
          ? { upstream: 'acknowledged', leavesAt: null }
          : { acknowledgeFailure: 'network-unreachable', leavesAt: null },
      );
    }
    if (due.length > 0) changed();
  }, 500);

  function acknowledge(numbers: readonly number[], holdBackSeconds: number): TriageOutcome {
    const rows = numbers.map((number) => archive.row(number)).filter(({ state }) => state === 'new');
    const first = rows[0];
    if (first === undefined) return { changed: 0, change: null, sentence: 'Acknowledged already.' };
    const change = `change-${undoable.size + 1}`;
    undoable.set(change, new Map(rows.map(({ id, state, upstream }) => [Number(id), { state, upstream }])));
    const leavesAt = Date.now() + holdBackSeconds * 1000;
    for (const { id, source } of rows) {
      const travels = source === 'hmrc-ppns';
      if (travels) leaving.set(Number(id), leavesAt);
      archive.change(Number(id), {
        state: 'acknowledged',
        leavesAt: travels ? new Date(leavesAt).toISOString() : null,
      });
    }
    changed();
    const sentence =
      rows.length === 1
        ? `Acknowledged ${first.type} ${first.lrn ?? first.mrn ?? ''}.`.slice(0, 300)
        : `Acknowledged ${rows.length} notifications.`;
    return { changed: rows.length, change, sentence };
  }

  return {
    acknowledge,
    undo: (change: string): TriageOutcome => {
      const before = undoable.get(change) ?? new Map<number, RowChange>();
      for (const [number, was] of before) {
        leaving.delete(number);
        archive.change(number, { ...was, leavesAt: null, acknowledgeFailure: null });
      }
      changed();
      const many = before.size === 1 ? 'The notification is' : `${before.size} notifications are`;
      return { changed: before.size, change: null, sentence: `Undone. ${many} new again.` };
    },
    retry: () => {
      works = true;
      for (let number = archive.count(); number > archive.count() - 500 && number > 0; number -= 1) {
        if (archive.row(number).acknowledgeFailure !== null) {
          archive.change(number, { acknowledgeFailure: null });
          leaving.set(number, Date.now() + 1500);
        }
      }
      changed();
      return null;
    },
  };
}
