import { randomUUID } from 'node:crypto';
import type { ExportProgress, ExportRequest } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import { writeExport } from './export/write-export.ts';
import { openGaps } from './inbox/open-gaps.ts';
import type { InboxStore } from './store/store.ts';

export interface ExportJobs {
  /** Starts writing and returns the job's id; the outcome comes through `onProgress`. */
  start(request: ExportRequest, path: string): Promise<string>;
  /** True where there was such a job to cancel. */
  cancel(job: string): boolean;
  /** Cancels all and waits until their temporary files are gone. */
  stop(): Promise<void>;
}

export function createExportJobs(
  store: InboxStore,
  onProgress: (progress: ExportProgress) => void,
): ExportJobs {
  const running = new Map<string, { readonly cancel: AbortController; readonly done: Promise<void> }>();

  async function start(request: ExportRequest, path: string): Promise<string> {
    const job = randomUUID();
    const cancel = new AbortController();
    const { total } = await store.page(request.filter, null, 1);
    const state = { job, path, total, rows: 0, guarded: 0, failure: null };
    const written = writeExport({
      ...request,
      path,
      rows: store.stream(request.filter),
      gaps: openGaps(await store.gaps(), request.filter),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      signal: cancel.signal,
      onProgress: (rows) => onProgress({ ...state, state: 'running', rows, total: Math.max(total, rows) }),
    });
    const done = written.then((outcome) => {
      running.delete(job);
      onProgress(
        outcome.ok
          ? { ...state, state: 'done', ...outcome.value, total: outcome.value.rows }
          : { ...state, state: ended(outcome.failure), failure: outcome.failure },
      );
    });
    running.set(job, { cancel, done });
    return job;
  }

  return {
    start,
    cancel: (job) => {
      const found = running.get(job);
      found?.cancel.abort();
      return found !== undefined;
    },
    stop: async () => {
      for (const { cancel } of running.values()) cancel.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

const ended = (failure: Failure): 'cancelled' | 'failed' =>
  failure.reason === 'cancelled' ? 'cancelled' : 'failed';
