import type { BrowserWindow } from 'electron';
import { APP_START } from './app-files.ts';
import { restartDelayMs, STEADY_AFTER_MS } from './restart-backoff.ts';
import type { ShellClock } from './shell-clock.ts';

/** How long a page may hang before it is ended and loaded anew. */
const HANG_MS = 15_000;

/** Loads the page again when its process dies or hangs, later after each time in a row. The engine goes on meanwhile. */
export function keepPageAlive(
  window: BrowserWindow,
  { clock, log }: { readonly clock: ShellClock; readonly log: (line: string) => void },
): void {
  let loadedAt = clock.uptime();
  let endsInARow = 0;
  let answering = new AbortController();

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    endsInARow = clock.uptime() - loadedAt >= STEADY_AFTER_MS ? 1 : endsInARow + 1;
    const delay = restartDelayMs(endsInARow);
    log(`The window’s page ended (${reason}); it is loaded again in ${delay / 1000} s.`);
    void clock.sleep(delay).then(() => {
      if (window.isDestroyed()) return;
      loadedAt = clock.uptime();
      void window.loadURL(APP_START).catch(() => log('The window’s page could not be loaded.'));
    });
  });

  window.on('unresponsive', () => {
    answering = new AbortController();
    const { signal } = answering;
    void clock.sleep(HANG_MS, signal).then(() => {
      if (signal.aborted || window.isDestroyed()) return;
      log('The window’s page hangs; it is ended.');
      window.webContents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', () => answering.abort());
}
