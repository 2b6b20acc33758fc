import type { ExportProgress, ExportRequest } from '../../shared/engine-api.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { CallEngine } from './engine-link.ts';
import type { ShellClock } from './shell-clock.ts';

export interface ExportsOptions {
  readonly clock: ShellClock;
  readonly callEngine: CallEngine;
  /** Null where the person cancelled. */
  readonly askWhereToSave: (suggested: string, format: ExportRequest['format']) => Promise<string | null>;
  readonly showInFolder: (path: string) => void;
}

export interface Exports {
  /** Asks where to, then starts; null where the person cancelled. */
  readonly start: (request: ExportRequest) => Promise<Result<{ job: string } | null, Failure>>;
  readonly onProgress: (progress: ExportProgress) => void;
  /** Shows the file of a finished export of ours in its folder; no other path can be named. */
  readonly showFile: (job: string) => Result<null, Failure>;
}

/** Files of exports that can be shown; the oldest are forgotten. */
const KEPT = 100;

export function createExports(options: ExportsOptions): Exports {
  const paths = new Map<string, string>();
  const done = new Set<string>();

  return {
    start: async (request) => {
      const suggested = `quayside-${localDate(options.clock.now())}.${request.format}`;
      const path = await options.askWhereToSave(suggested, request.format);
      if (path === null) return ok(null);
      const started = await options.callEngine('startExport', { request, path });
      if (started.ok) remember(started.value.job, path);
      return started;
    },
    onProgress: ({ job, state }) => {
      if (state === 'done') done.add(job);
    },
    showFile: (job) => {
      const path = paths.get(job);
      if (path === undefined || !done.has(job))
        return failed(failure('not-found', { detail: `export ${job}` }));
      options.showInFolder(path);
      return ok(null);
    },
  };

  function remember(job: string, path: string): void {
    paths.set(job, path);
    const [oldest] = paths.keys();
    if (paths.size <= KEPT || oldest === undefined) return;
    paths.delete(oldest);
    done.delete(oldest);
  }
}

/** `2026-11-22` where the person is. `now` is epoch milliseconds. */
function localDate(now: number): string {
  const at = new Date(now);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
