import type { ReactElement } from 'react';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { cappedCount, plural } from '../ui/format.ts';
import type { ThreadNoun } from '../ui/source-subject.ts';
import { freshIn } from './list-row.ts';
import { rowWord } from './list-words.ts';
import { isPicking } from './selection.ts';
import { useTotalAsOf } from './use-arrivals.ts';
import type { InboxActions } from './use-inbox-actions.ts';
import type { InboxList } from './use-list.ts';

interface PickingBarProps {
  readonly list: InboxList;
  readonly noun: ThreadNoun;
  readonly actions: InboxActions;
}

/** What is picked and what can be done with it; every label says how many. */
export function PickingBar({ list, noun, actions }: PickingBarProps): ReactElement | null {
  const { navigator } = useServices();
  const selection = useStore(navigator.selection);
  const { all, picked } = selection;
  const takesNew = list.base.states?.includes('new') ?? true;
  const fresh = useTotalAsOf(
    list.by,
    all && takesNew ? { ...list.base, states: ['new'] } : null,
    list.heldAt,
  );
  if (!isPicking(selection)) return null;

  const still = [...picked.values()]
    .map((row) => list.rowAt(list.placeOf(row.id)) ?? row)
    .filter(({ state }) => state !== 'acknowledged');
  const open = still.length;
  const messages = still.reduce((sum, row) => sum + freshIn(row), 0);
  const selected = all ? cappedCount(list.total.total, list.total.totalIsCapped) : String(picked.size);
  const acknowledging = all
    ? fresh === undefined
      ? '…'
      : cappedCount(fresh.total, fresh.totalIsCapped)
    : String(open);
  const nothing = all ? !takesNew || fresh?.total === 0 : open === 0;
  return (
    <div className="picking-bar" role="toolbar" aria-label={`Selected ${rowWord(list.by, 2, noun)}`}>
      <strong aria-live="polite">{selected} selected</strong>
      {all ? null : (
        <button type="button" className="link" onClick={actions.pickAll}>
          Select all {cappedCount(list.total.total, list.total.totalIsCapped)}
        </button>
      )}
      <span className="spacer" />
      <button type="button" onClick={() => navigator.select({ kind: 'unpick' })}>
        Clear
      </button>
      {nothing ? (
        <span className="dim">Acknowledged already</span>
      ) : (
        <button
          type="button"
          className="main"
          title={all ? undefined : plural(messages, 'new notification')}
          onClick={actions.acknowledge}
        >
          Acknowledge {acknowledging} <kbd aria-hidden="true">E</kbd>
        </button>
      )}
    </div>
  );
}
