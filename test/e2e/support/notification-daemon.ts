import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ShownAlert {
  readonly id: number;
  readonly summary: string;
  readonly body: string;
}

/** Alerts of tests before this one, which the daemon cannot forget. */
let earlier: ReadonlySet<number> = new Set();

/** What the real notification daemon (dunst) has received in this test, the newest first, on screen or not. */
export async function alertsReceived(): Promise<readonly ShownAlert[]> {
  return (await history()).filter((alert) => !earlier.has(alert.id));
}

/** A test begins: what was received so far is not its own. */
export async function forgetAlerts(): Promise<void> {
  earlier = new Set((await history()).map((alert) => alert.id));
}

async function history(): Promise<readonly ShownAlert[]> {
  // Only what was closed is in the history.
  await run('dunstctl', ['close-all']);
  const { stdout } = await run('dunstctl', ['history']);
  const { data } = JSON.parse(stdout) as { data: readonly (readonly DunstEntry[])[] };
  return data
    .flat()
    .map((entry) => ({ id: entry.id.data, summary: entry.summary.data, body: entry.body.data }));
}

/** A click on the alert that is on screen: its default action. */
export const clickAlert = () => run('dunstctl', ['action', '0']);

/** How many alerts are on screen now. */
export async function alertsOnScreen(): Promise<number> {
  const { stdout } = await run('dunstctl', ['count', 'displayed']);
  return Number(stdout.trim());
}

interface DunstEntry {
  readonly id: { readonly data: number };
  readonly summary: { readonly data: string };
  readonly body: { readonly data: string };
}
