import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ShownAlert {
  readonly id: number;
  readonly summary: string;
  readonly body: string;
}

/** What the real notification daemon (dunst) has received, the newest first, whether still on screen or not. */
export async function alertsReceived(): Promise<readonly ShownAlert[]> {
  await run('dunstctl', ['close-all']);
  const { stdout } = await run('dunstctl', ['history']);
  const history = JSON.parse(stdout) as { data: readonly (readonly DunstEntry[])[] };
  return history.data
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

export const forgetAlerts = async (): Promise<void> => {
  await run('dunstctl', ['close-all']);
  await run('dunstctl', ['history-clear']);
};

interface DunstEntry {
  readonly id: { readonly data: number };
  readonly summary: { readonly data: string };
  readonly body: { readonly data: string };
}
