import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import type { CommandHost } from './command-host.ts';
import { createOutput } from './output.ts';
import { createNetwork } from '../network/network.ts';
import { runCommand } from './run-command.ts';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  /** Stdout as bytes. */
  readonly bytes: Buffer;
  readonly stderr: string;
}

/** Runs a command line in a world that holds nothing but what the test gives it. */
export async function ran(words: readonly string[], given: Partial<CommandHost> = {}): Promise<Ran> {
  // Nobody reads until the end, so it holds as much as a test may write.
  const stdout = new PassThrough({ highWaterMark: 64 * 1024 * 1024 });
  const stderr = new PassThrough();
  const status = await runCommand({ ...emptyWorld(stdout, stderr), ...given }, '1.2.3', words);
  stdout.end();
  stderr.end();
  const bytes = await buffer(stdout);
  return { status, stdout: bytes.toString('utf8'), bytes, stderr: await text(stderr) };
}

/** The lines of NDJSON, parsed. */
export const linesIn = (stdout: string): unknown[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

function emptyWorld(stdout: PassThrough, stderr: PassThrough): CommandHost {
  const notGiven = () => {
    throw new Error('this test gives no such thing');
  };
  return {
    output: createOutput(stdout, stderr, notGiven),
    stdin: new PassThrough().end(),
    env: {},
    clock: { now: notGiven, uptime: notGiven, sleep: notGiven },
    stop: new AbortController().signal,
    outputHasEnded: () => false,
    person: 'ada',
    defaultDataDirectory: '/nowhere',
    timeZone: 'Europe/London',
    network: createNetwork({ platform: 'linux', env: {}, policyFile: '/nowhere/policy.json' }),
    sourceNamed: notGiven,
    archiveExists: async () => false,
    openStore: notGiven,
    openEngine: notGiven,
  };
}
