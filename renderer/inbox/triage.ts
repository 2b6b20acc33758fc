import type { ListRow, Selection, TriageOutcome } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NotificationRow } from '../../shared/notification.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Bridge } from '../../shared/bridge.ts';
import { settle } from '../app/bridge.ts';
import type { WindowClock } from '../app/clock.ts';
import { createStore, type Store } from '../app/store.ts';
import {
  markAnswered,
  markAsked,
  markRefused,
  markSeen,
  NO_TRIAGE,
  withoutChange,
  withoutMarks,
  type Change,
  type Triage,
} from './marks.ts';

/** The one sentence about the last act, until it is dismissed or its time is over. */
export interface Toast {
  readonly sentence: string;
  /** What `Undo` in the toast undoes; null where there is nothing to undo. */
  readonly change: Change | null;
  readonly until: number;
  readonly tone: 'plain' | 'failure';
}

export interface TriageDesk {
  readonly triage: Store<Triage>;
  readonly toast: Store<Toast | null>;
  /** Shows the rows as acknowledged at once, asks the engine, and takes it back with the reason where that fails. */
  readonly acknowledge: (request: AcknowledgeRequest) => Promise<void>;
  /** Undoes the named change, or the last one. */
  readonly undo: (change?: string) => Promise<void>;
  /** Lets rows go that no longer need to stay in sight. */
  readonly release: (ids: readonly string[]) => void;
  readonly dismiss: () => void;
}

/** What is to be acknowledged, and how to say it where the engine, which knows no threads, does not. */
export interface Act {
  readonly selection: Selection;
  /** Absent for the engine's own. */
  readonly sentence?: (outcome: TriageOutcome) => string;
}

export interface AcknowledgeRequest {
  /** Known at once, or found out first, as what a filter shows of threads must be; null for nothing. */
  readonly act: Act | Promise<Result<Act | null, Failure>>;
  /** The rows of the selection that are on screen, not acknowledged yet. */
  readonly rows: readonly ListRow[];
  /** Names the list they are acknowledged in. */
  readonly list: string;
  readonly holdBackSeconds: number;
  /** Whether the source of a row takes acknowledgements. */
  readonly keepsMark: (row: NotificationRow) => boolean;
}

export interface TriageOptions {
  readonly bridge: Pick<Bridge, 'acknowledge' | 'undo'>;
  readonly clock: Pick<WindowClock, 'now'>;
  readonly announce: (sentence: string) => void;
  /** Resolves when what is on screen is as the engine has it. */
  readonly refresh: () => Promise<void>;
}

const SHORTEST_TOAST_MS = 6000;

export function createTriageDesk(options: TriageOptions): TriageDesk {
  const { bridge, clock, announce, refresh } = options;
  const triage = createStore<Triage>(NO_TRIAGE);
  const toast = createStore<Toast | null>(null);
  let lastAsked: Promise<unknown> = Promise.resolve();

  function say(sentence: string, change: Change | null, tone: Toast['tone']) {
    const until = Math.max(clock.now() + SHORTEST_TOAST_MS, change?.leavesAt ?? 0);
    toast.set(() => ({ sentence, change, until, tone }));
    announce(sentence);
  }

  async function acknowledge(request: AcknowledgeRequest): Promise<void> {
    const at = clock.now();
    const leavesAt = at + request.holdBackSeconds * 1000;
    const ids = request.rows.map(({ id }) => id);
    const shown = request.rows.map((row) => acknowledgedLook(row, request.keepsMark(row), leavesAt));
    triage.set((current) => markAsked(current, shown, request.list, at));

    const answered = ask(request.act, ids, leavesAt);
    lastAsked = answered;
    const done = await answered;
    if (done === 'refused') return;
    // The mark covers the row until the list has the same to say: it must not flash back to new in between.
    await refresh();
    if (done !== null) triage.set((current) => markSeen(current, done));
  }

  async function carriedOut(act: Act | null): Promise<Result<TriageOutcome, Failure>> {
    if (act === null) return ok({ changed: 0, change: null, sentence: 'Nothing to acknowledge' });
    const answer = await settle(bridge.acknowledge(act.selection));
    if (!answer.ok || act.sentence === undefined) return answer;
    return ok({ ...answer.value, sentence: act.sentence(answer.value) });
  }

  /** What can be undone from now on; null where nothing changed. */
  async function ask(wanted: AcknowledgeRequest['act'], ids: readonly string[], leavesAt: number) {
    const act = wanted instanceof Promise ? await settle(wanted) : ok(wanted);
    const answer = act.ok ? await carriedOut(act.value) : act;
    if (!answer.ok) {
      triage.set((current) => markRefused(current, ids, answer.failure));
      say(notDone('Not acknowledged', answer.failure), null, 'failure');
      return 'refused';
    }
    const { change, sentence } = answer.value;
    const done = change === null ? null : { id: change, ids, sentence, leavesAt };
    triage.set((current) => markAnswered(current, ids, done));
    say(sentence, done, 'plain');
    return done;
  }

  async function undo(wanted?: string): Promise<void> {
    // Undoing at once means the act just done, though its answer is still on the way.
    await lastAsked;
    const before = triage.get();
    const change = before.changes.find(({ id }) => wanted === undefined || id === wanted);
    if (change === undefined) {
      say('Nothing to undo.', null, 'plain');
      return;
    }
    triage.set((current) => withoutChange(current, change.id));
    const answer = await settle(bridge.undo({ change: change.id }));
    if (answer.ok) {
      say(answer.value.sentence, null, 'plain');
    } else {
      if (answer.failure.reason !== 'not-found') triage.set((current) => putBack(current, before, change));
      say(notDone('Not undone', answer.failure), null, 'failure');
    }
    await refresh();
  }

  return {
    triage,
    toast,
    acknowledge,
    undo,
    release: (ids) => triage.set((current) => withoutMarks(current, ids)),
    dismiss: () => toast.set(() => null),
  };
}

function acknowledgedLook(row: ListRow, keepsMark: boolean, leavesAt: number): ListRow {
  return {
    ...row,
    state: 'acknowledged',
    leavesAt: keepsMark ? new Date(leavesAt).toISOString() : null,
    acknowledgeFailure: null,
  };
}

/** The change, and the marks it had, as they were before an undo that did not work. */
function putBack(current: Triage, before: Triage, change: Change): Triage {
  const marks = new Map(current.marks);
  for (const [id, mark] of before.marks) {
    if (mark.phase !== 'refused' && mark.change === change.id) marks.set(id, mark);
  }
  return { marks, changes: [change, ...current.changes] };
}

function notDone(what: string, failure: Failure): string {
  const text = reasonTexts[failure.reason];
  return `${what}: ${text.title}. ${text.nextStep}`;
}
