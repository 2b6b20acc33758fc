import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { mountCds, type CdsSimulator } from '../simulators/cds/cds.ts';
import { startHmrcGateway, type HmrcGateway } from '../simulators/hmrc-gateway/gateway.ts';
import { mountPpns, type PpnsSimulator } from '../simulators/ppns/ppns.ts';

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly bytes: Buffer;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** Resolves when stdout holds a line that matches. Rejects where the process ends without one. */
  readonly line: (pattern: RegExp) => Promise<void>;
}

/** The built command as a process of its own, with HMRC simulated and nothing of this computer's own state. */
export interface CliWorld {
  readonly gateway: HmrcGateway;
  readonly ppns: PpnsSimulator;
  readonly cds: CdsSimulator;
  readonly boxId: string;
  readonly folder: string;
  readonly data: string;
  /** An accounts file with both accounts. */
  readonly accounts: string;
  start(...words: readonly string[]): Running;
  run(...words: readonly string[]): Promise<Ended>;
  close(): Promise<void>;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Builds only what has changed since it was last built. */
const built = promisify(execFile)(process.execPath, ['scripts/build.mjs', 'cli'], { cwd: repository }).then(
  () => join(repository, 'dist/electron/cli.cjs'),
);

/** `given`: variables that the command finds besides. */
export async function startCliWorld(given: Readonly<Record<string, string>> = {}): Promise<CliWorld> {
  const program = await built;
  const gateway = await startHmrcGateway();
  gateway.addApplication({ clientId: 'transit-client', clientSecrets: ['transit-secret'] });
  gateway.addApplication({ clientId: 'cds-client', clientSecrets: ['cds-secret'] });
  const ppns = mountPpns(gateway);
  const cds = mountCds(gateway);
  const boxId = ppns.createBox('transit-client');
  const folder = mkdtempSync(join(tmpdir(), 'quayside-cli-'));
  const accounts = join(folder, 'accounts.json');
  mkdirSync(join(folder, 'machine'));
  writeFileSync(join(folder, 'cds.secret'), 'cds-secret\n');
  writeFileSync(accounts, accountsFile(gateway.url, boxId));
  const children = new Set<ChildProcessWithoutNullStreams>();

  function start(...words: readonly string[]): Running {
    const env = {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_STATE_HOME: join(folder, 'state'),
      QUAYSIDE_MACHINE_FOLDER: join(folder, 'machine'),
      TRANSIT_SECRET: 'transit-secret',
      ...given,
    };
    const child = spawn(process.execPath, [program, ...words], { env, cwd: folder });
    children.add(child);
    return watch(child);
  }

  return {
    gateway,
    ppns,
    cds,
    boxId,
    folder,
    data: join(folder, 'data'),
    accounts,
    start,
    run: (...words) => {
      const { child, ended } = start(...words);
      child.stdin.end();
      return ended;
    },
    close: async () => {
      for (const child of children) child.kill('SIGKILL');
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function watch(child: ChildProcessWithoutNullStreams): Running {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const text = () => Buffer.concat(out).toString('utf8');
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status, signal) => {
      const stderr = Buffer.concat(err).toString('utf8');
      resolve({ status, signal, stdout: text(), bytes: Buffer.concat(out), stderr });
    });
  });
  return {
    child,
    ended,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(text())) resolve();
        };
        child.stdout.on('data', look);
        void ended.then(({ stdout, stderr }) =>
          reject(new Error(`ended without ${String(pattern)}: ${stdout}${stderr}`)),
        );
        look();
      }),
  };
}

function accountsFile(baseUrl: string, boxId: string): string {
  const environment = { baseUrl };
  const transit = { id: 'transit', name: 'Transit', source: 'hmrc-ppns', boxId, clientId: 'transit-client' };
  const cds = { id: 'cds', name: 'CDS', source: 'hmrc-cds', clientId: 'cds-client' };
  return JSON.stringify({
    accounts: [
      { ...transit, environment, clientSecret: { env: 'TRANSIT_SECRET' } },
      { ...cds, environment, clientSecret: { file: 'cds.secret' } },
    ],
  });
}
