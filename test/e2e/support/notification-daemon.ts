import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { isAlive } from './processes.ts';

const run = promisify(execFile);

export interface ShownAlert {
  readonly id: number;
  readonly summary: string;
  readonly body: string;
  /** `critical`, `normal` or `low`; empty at a person's own daemon. */
  readonly urgency: string;
  /** Whether it asked to stay on the screen until somebody reads it. */
  readonly stays: boolean;
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
  return data.flat().map((entry) => ({
    id: entry.id.data,
    summary: entry.summary.data,
    body: entry.body.data,
    // The headless desktop's daemon is told to keep it there.
    urgency: entry.category.data,
    stays: entry.timeout.data === 0,
  }));
}

/** A click on the alert that is on screen: its default action. */
export const clickAlert = () => run('dunstctl', ['action', '0']);

/** How many alerts are on screen now. */
export async function alertsOnScreen(): Promise<number> {
  const { stdout } = await run('dunstctl', ['count', 'displayed']);
  return Number(stdout.trim());
}

/** How to end the daemon for a while: nobody receives alerts until `comeBack`. */
export interface Daemon {
  leave(): Promise<void>;
  /** Starts it again, with an empty history and numbers that begin anew. */
  comeBack(): Promise<void>;
}

/** The daemon of the headless desktop; null where it is a person's own, which is not ours to end. */
export async function ownDaemon(): Promise<Daemon | null> {
  const pid = await ask('GetConnectionUnixProcessID', /uint32 (\d+)/);
  if (pid === null) return null;
  const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  if (program === undefined || !args.some((arg) => arg.includes('quayside-desktop-'))) return null;
  return {
    leave: async () => {
      process.kill(Number(pid), 'SIGKILL');
      await expect.poll(() => isAlive(Number(pid)) || isServed()).toBe(false);
    },
    comeBack: async () => {
      earlier = new Set();
      // It outlives this test, for the tests after it, and ends with its desktop.
      spawn(program, args, { detached: true, stdio: 'ignore' }).unref();
      await expect.poll(isServed).toBe(true);
    },
  };
}

const isServed = async (): Promise<boolean> => (await ask('NameHasOwner', /boolean (true)/)) !== null;

/** Asks the bus about the name of the notification service. */
async function ask(question: string, answer: RegExp): Promise<string | null> {
  const bus = 'org.freedesktop.DBus';
  const words = ['--session', '--print-reply', `--dest=${bus}`, '/', `${bus}.${question}`];
  try {
    const { stdout } = await run('dbus-send', [...words, 'string:org.freedesktop.Notifications']);
    return answer.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}

interface DunstEntry {
  readonly id: { readonly data: number };
  readonly summary: { readonly data: string };
  readonly body: { readonly data: string };
  readonly category: { readonly data: string };
  readonly timeout: { readonly data: number };
}
