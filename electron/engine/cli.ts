import { statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { bugReport } from './cli/bug-report.ts';
import type { CommandHost } from './cli/command-host.ts';
import { defaultDataDirectory } from './data-directory.ts';
import type { ExitStatus } from './cli/exit-status.ts';
import { createOutput, type OutputEnd } from './cli/output.ts';
import { runCommand } from './cli/run-command.ts';
import { systemTimeZone } from './export/local-time.ts';
import { createNetwork } from './network/network.ts';
import { policyFileOf } from './network/read-policy.ts';
import { systemHttp } from './http/system-http.ts';
import { machineFolder } from './machine-folder.ts';
import { openEngine } from './open-engine.ts';
import { sourceNamed } from './sources/registry.ts';
import { stateDirectory } from './state-directory.ts';
import { DATABASE_FILE, openSqliteStore } from './store/sqlite/open.ts';
import { openStoreToRead } from './store/sqlite/open-to-read.ts';
import { systemClock } from './time/clock.ts';

/** A reader that left has what it wanted. */
const STATUS_AT_OUTPUT_END: Readonly<Record<OutputEnd, ExitStatus>> = { 'reader-gone': 0, unwritable: 1 };

const stop = new AbortController();
let outputEnd: OutputEnd | null = null;

const output = createOutput(process.stdout, process.stderr, (end, error) => {
  outputEnd = end;
  if (end === 'unwritable') {
    output.say(`Stdout cannot be written (${error.message}): free some space, or send it elsewhere.`);
  }
  stop.abort();
});

const network = createNetwork({
  platform: process.platform,
  env: process.env,
  policyFile: policyFileOf(process.platform, process.env),
});

const host: CommandHost = {
  output,
  stdin: process.stdin,
  env: process.env,
  clock: systemClock,
  stop: stop.signal,
  outputHasEnded: () => outputEnd !== null,
  person: personName(),
  defaultDataDirectory: defaultDataDirectory(process.platform, process.env, homedir()),
  timeZone: systemTimeZone(),
  sourceNamed,
  network,
  archiveExists: async (directory) => mayExist(join(directory, DATABASE_FILE)),
  openStore: (directory, use) => {
    const options = { directory, clock: systemClock };
    return use === 'read' ? openStoreToRead(options) : openSqliteStore(options);
  },
  openEngine: (dataDirectory, journal) =>
    openEngine({
      dataDirectory,
      stateDirectory: stateDirectory(),
      machine: machineFolder(),
      clock: systemClock,
      http: systemHttp(network),
      network,
      random: Math.random,
      onEvent: () => undefined,
      journal,
      alertsGoTo: 'journal',
    }),
};

// Once: a second signal ends the process at once, as the person then means it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
process.on('uncaughtException', endWithBug);
process.on('unhandledRejection', endWithBug);

runCommand(host, version, process.argv.slice(2)).then(async (status) => {
  await output.flush();
  // Not left to chance: an idle connection would keep the process alive.
  process.exit(outputEnd === null ? status : STATUS_AT_OUTPUT_END[outputEnd]);
}, endWithBug);

function endWithBug(error: unknown): void {
  output.say(bugReport(error));
  process.exit(1);
}

/** Also where another person's folder does not let us look: opening it says so. */
function mayExist(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function personName(): string {
  try {
    return userInfo().username;
  } catch {
    // A process in a container may run as a user without a name.
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
