import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { World } from './world.ts';

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  /** The process id of the app's main process. */
  readonly pid: number;
  /** Quits as a person would. */
  quit(): Promise<void>;
}

/** The folder of the app as it is built from this checkout. */
export const ROOT = join(import.meta.dirname, '../../..');

export interface LaunchOptions {
  /** More flags for the app. */
  readonly args?: readonly string[];
  /** Uses the accounts of the settings instead of the world's file. */
  readonly ownAccounts?: boolean;
  /** Set over the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The real app in the real Electron, on this world's folder. */
export async function launchApp(world: World, options: LaunchOptions = {}): Promise<RunningApp> {
  const electron = await _electron.launch(startOf(world, options));
  const window = await electron.firstWindow();
  await window.waitForLoadState('domcontentloaded');
  return {
    electron,
    window,
    pid: electron.process().pid ?? 0,
    quit: () => electron.close(),
  };
}

export interface Start {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** How the app is started on this world's folder, for a start that no test drives as well. */
export function startOf(world: World, options: LaunchOptions = {}): Start {
  const executablePath = process.env['ELECTRON_EXECUTABLE_PATH'];
  if (executablePath === undefined) throw new Error('run through npm test, which names the Electron runtime');
  return {
    executablePath,
    args: [
      // Chromium refuses its own sandbox to root, which is what a container often is.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(process.env['GNOME_KEYRING_CONTROL'] === undefined ? [] : ['--password-store=gnome-libsecret']),
      ROOT,
      '--data',
      world.dataDirectory,
      ...(options.ownAccounts === true ? [] : ['--accounts', world.accountsFile]),
      ...(options.args ?? []),
    ],
    env: {
      ...process.env,
      XDG_STATE_HOME: join(world.folder, 'state'),
      QUAYSIDE_MACHINE_FOLDER: world.folder,
      ...options.env,
    },
  };
}
