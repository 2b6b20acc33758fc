import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, startOf, type LaunchOptions } from './app.ts';
import type { World } from './world.ts';

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the app as a process that nothing drives, and waits for its end. */
export function runApp(world: World, options: LaunchOptions = {}): Promise<Ended> {
  const { executablePath, args, env } = startOf(world, options);
  return runToEnd(executablePath, args, env);
}

/** Runs the built `quayside` command on the archive and the limits that the app uses. */
export function runQuayside(world: World, command: string, ...words: readonly string[]): Promise<Ended> {
  const program = join(ROOT, 'dist/electron/cli.cjs');
  const args = [program, command, '--data', world.dataDirectory, ...words];
  return runToEnd(process.execPath, args, startOf(world).env);
}

const LONGEST_MS = 180_000;

function runToEnd(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { env, timeout: LONGEST_MS }, (error, stdout, stderr) => {
      if (child.exitCode === null) reject(error ?? new Error(`${program} was killed: ${stderr}`));
      else resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}
