import { existsSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { bugReport } from './cli/bug-report.ts';
import type { CommandHost } from './cli/command-host.ts';
import { defaultDataDirectory } from './cli/data-directory.ts';
import { createOutput } from './cli/output.ts';
import { runCommand } from './cli/run-command.ts';
import { systemTimeZone } from './export/local-time.ts';
import { systemHttp } from './http/system-http.ts';
import { openEngine } from './open-engine.ts';
import { sourceNamed } from './sources/registry.ts';
import { stateDirectory } from './state-directory.ts';
import { DATABASE_FILE, openSqliteStore } from './store/sqlite/open.ts';
import { systemClock } from './time/clock.ts';

const stop = new AbortController();
let readerIsGone = false;
let outputFailed = false;

const output = createOutput(process.stdout, process.stderr, (end, error) => {
  readerIsGone = end === 'reader-gone';
  outputFailed = end === 'unwritable';
  if (outputFailed) output.say(`What was asked for cannot be written (${error.message}): free some space.`);
  stop.abort();
});

const host: CommandHost = {
  output,
  stdin: process.stdin,
  env: process.env,
  clock: systemClock,
  stop: stop.signal,
  person: personName(),
  defaultDataDirectory: defaultDataDirectory(process.platform, process.env, homedir()),
  timeZone: systemTimeZone(),
  sourceNamed,
  archiveExists: async (directory) => existsSync(join(directory, DATABASE_FILE)),
  openStore: (directory) => openSqliteStore({ directory, clock: systemClock }),
  openEngine: (dataDirectory, journal) =>
    openEngine({
      dataDirectory,
      stateDirectory: stateDirectory(),
      clock: systemClock,
      http: systemHttp,
      random: Math.random,
      onEvent: () => undefined,
      journal,
      coalesceAlerts: false,
    }),
};

// Once: a second signal ends the process at once, as the person then means it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
process.on('uncaughtException', endWithBug);
process.on('unhandledRejection', endWithBug);

runCommand(host, version, process.argv.slice(2)).then(async (status) => {
  await output.flush();
  // Not left to chance: an idle connection would keep the process alive.
  process.exit(outputFailed ? 1 : readerIsGone ? 0 : status);
}, endWithBug);

function endWithBug(error: unknown): void {
  output.say(bugReport(error));
  process.exit(1);
}

function personName(): string {
  try {
    return userInfo().username;
  } catch {
    // A process in a container may run as a user without a name.
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
