import type { Bridge } from '../../shared/bridge.ts';
import type { ExportProgress, ExportRequest } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import { settle } from './bridge.ts';
import { createStore, type Store } from './store.ts';

/** The one export that the window follows. */
export type ExportState =
  | { readonly kind: 'idle' }
  /** The person is choosing a file, or the job has not told anything yet. */
  | { readonly kind: 'asked'; readonly job: string | null }
  | { readonly kind: 'followed'; readonly progress: ExportProgress }
  | { readonly kind: 'refused'; readonly failure: Failure };

export interface ExportDesk {
  readonly state: Store<ExportState>;
  /** Asks where to save, then exports. */
  readonly start: (request: ExportRequest) => Promise<void>;
  /** What the engine tells of a job. */
  readonly heard: (progress: ExportProgress) => void;
  readonly cancel: () => Promise<void>;
  /** Puts an ended job away. */
  readonly clear: () => void;
}

export function createExportDesk(bridge: Pick<Bridge, 'exportFile' | 'cancelExport'>): ExportDesk {
  const state = createStore<ExportState>({ kind: 'idle' });
  // A quick job may speak before its id has arrived here.
  let early: ExportProgress[] = [];

  return {
    state,
    start: async (request) => {
      early = [];
      state.set(() => ({ kind: 'asked', job: null }));
      const answer = await settle(bridge.exportFile(request));
      if (!answer.ok) {
        state.set(() => ({ kind: 'refused', failure: answer.failure }));
        return;
      }
      const { value } = answer;
      if (value === null) {
        state.set(() => ({ kind: 'idle' }));
        return;
      }
      const last = early.filter(({ job }) => job === value.job).at(-1);
      state.set(() =>
        last === undefined ? { kind: 'asked', job: value.job } : { kind: 'followed', progress: last },
      );
    },
    heard: (progress) => {
      const current = state.get();
      if (current.kind === 'asked' && current.job === null) {
        early = [...early, progress].slice(-20);
        return;
      }
      if (jobOf(current) === progress.job) state.set(() => ({ kind: 'followed', progress }));
    },
    cancel: async () => {
      const job = jobOf(state.get());
      if (job !== null) await settle(bridge.cancelExport({ job }));
    },
    clear: () => state.set(() => ({ kind: 'idle' })),
  };
}

export const isExporting = (state: ExportState): boolean =>
  state.kind === 'asked' || (state.kind === 'followed' && state.progress.state === 'running');

function jobOf(state: ExportState): string | null {
  if (state.kind === 'asked') return state.job;
  return state.kind === 'followed' ? state.progress.job : null;
}
