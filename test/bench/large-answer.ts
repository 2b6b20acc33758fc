import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mountCds } from '../simulators/cds/cds.ts';
import { startHmrcGateway, type HmrcGateway } from '../simulators/hmrc-gateway/gateway.ts';
import { ctcMessageReceived } from '../simulators/ppns/ctc-messages.ts';
import { mountPpns } from '../simulators/ppns/ppns.ts';

/** The built command, polled by two accounts of which one is answered with far too much at once. */
interface LargeAnswer {
  readonly messages: number;
  readonly answerMb: number;
  /** Of the process, at its highest; null where the system does not tell. */
  readonly peakRssMb: number | null;
  /** Between two list calls of the account that has nothing to do with it, in seconds: ten where nothing holds it up. */
  readonly otherAccountLongestPause: number;
  readonly kept: number;
  readonly seconds: number;
}

/** What a list that is longer than any page costs, and how long another account waits for it. `cli`: the built command. */
export async function benchLargeAnswer(
  folder: string,
  cli: string,
  messages: number,
  say: (text: string) => void,
): Promise<LargeAnswer> {
  const gateway = await startHmrcGateway();
  gateway.addApplication({ clientId: 'large', clientSecrets: ['secret'] });
  gateway.addApplication({ clientId: 'other', clientSecrets: ['secret'] });
  const boxId = mountPpns(gateway).createBox('large');
  mountCds(gateway);
  const body = listOf(messages, boxId);
  const answer = { status: 200, headers: { 'content-type': 'application/json' }, body };
  gateway.faults.next({ kind: 'answer', answer }, { path: /\/notifications$/, method: 'GET' });
  say(`one answer of ${messages} notifications`);
  try {
    const watched = await collect(cli, folder, accountsFile(folder, gateway, boxId), messages);
    return {
      messages,
      answerMb: Math.round(body.length / 1_048_576),
      peakRssMb: watched.peakRssMb,
      otherAccountLongestPause: longestPause(gateway),
      kept: watched.kept,
      seconds: watched.seconds,
    };
  } finally {
    await gateway.close();
  }
}

function listOf(messages: number, boxId: string): string {
  const at = Date.now() - 3_600_000;
  const elements = Array.from({ length: messages }, (_, index) =>
    JSON.stringify({
      notificationId: `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`,
      boxId,
      messageContentType: 'application/json',
      message: ctcMessageReceived({ type: 'IE928', messageId: String(index), withBody: false }),
      status: 'PENDING',
      createdDateTime: new Date(at + index).toISOString().replace('Z', '+0000'),
    }),
  );
  return `[${elements.join()}]`;
}

function accountsFile(folder: string, { url }: HmrcGateway, boxId: string): string {
  const secret = join(folder, 'secret');
  const file = join(folder, 'accounts.json');
  writeFileSync(secret, 'secret');
  const shared = { environment: { baseUrl: url }, clientSecret: { file: secret } };
  const accounts = [
    { id: 'large', name: 'Large', source: 'hmrc-ppns', boxId, clientId: 'large', ...shared },
    { id: 'other', name: 'Other', source: 'hmrc-cds', clientId: 'other', ...shared },
  ];
  writeFileSync(file, JSON.stringify({ accounts }));
  return file;
}

/** Collects until as many notifications were read, and one list call of the other account longer. */
async function collect(cli: string, folder: string, accounts: string, messages: number) {
  const words = ['collect', '--accounts', accounts, '--data', join(folder, 'data')];
  const env = { ...process.env, HOME: folder, XDG_STATE_HOME: join(folder, 'state') };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [cli, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let kept = 0;
  let peakRssMb: number | null = null;
  let tail = '';
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (tail + chunk.toString()).split('\n');
      tail = lines.pop() ?? '';
      kept += lines.filter((line) => line.startsWith('{"event":"notification"')).length;
      peakRssMb = peakRss(child.pid) ?? peakRssMb;
      const hasPolled = lines.some((line) => line.startsWith('{"event":"poll","account":"other"'));
      if (kept >= messages && hasPolled) resolve();
    });
  });
  child.kill('SIGKILL');
  return { kept, peakRssMb, seconds: Math.round((performance.now() - startedAt) / 1000) };
}

/** Linux tells it of any process of one's own. */
function peakRss(pid: number | undefined): number | null {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? null : Math.round(Number(peak) / 1024);
  } catch {
    return null;
  }
}

function longestPause(gateway: HmrcGateway): number {
  const at = gateway.calls.filter(({ path }) => path.startsWith('/notifications/')).map((call) => call.at);
  const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
  return Math.round(Math.max(0, ...pauses) / 100) / 10;
}
