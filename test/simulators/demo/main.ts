import { systemClock } from '../../../electron/engine/time/clock.ts';
import { seeded } from '../cds/chance.ts';
import { readDemoArguments } from './demo-arguments.ts';
import { callFigures, figuresLine } from './call-figures.ts';
import { CDS_CLIENT } from './demo-accounts.ts';
import { startDemoWorld, type DemoWorld } from './demo-world.ts';
import { fillQueues, play } from './play.ts';
import type { Post } from './stage.ts';

/**
 * Simulated sources with a life of their own: prints one line of JSON that names the accounts file, and plays
 * until it is told to end. Then it says on stderr how each account was called, and whether within the limits.
 */
async function main(): Promise<void> {
  const options = readDemoArguments(process.argv.slice(2));
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n`);
    process.exitCode = 2;
    return;
  }
  const random = seeded(options.seed);
  const world = await startDemoWorld(random);
  const end = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end.abort());

  const staging = { clock: systemClock, random, post: postTo(world), rate: options.rate };
  fillQueues(staging, world.addedAt);
  process.stdout.write(`${JSON.stringify({ ready: true, accountsFile: world.accountsFile })}\n`);

  await Promise.race([firstLook(world), systemClock.sleep(LONGEST_WAIT_MS, end.signal)]);
  await play(staging, end.signal);
  await world.close();
  report(world);
}

/** The story begins when somebody looks, so that its beginning is seen. */
const firstLook = ({ gateway }: DemoWorld): Promise<void> =>
  gateway.called(({ path }) => path === '/notifications/unpulled');

const LONGEST_WAIT_MS = 120_000;

const postTo = ({ cds, ppns, boxId, mastercard, jpm }: DemoWorld): Post => ({
  cds: (body, conversationId, at) => {
    const conversation = conversationId === null ? {} : { conversationId };
    cds.push(CDS_CLIENT, { body, receivedAt: at, badgeIdentifier: 'QUAYDEMO', ...conversation });
  },
  ppns: (message, at) => {
    ppns.post(boxId, { message, createdAt: at });
  },
  mastercard: (event, at) => void mastercard.happen(event, { createdAt: at }),
  jpm: (event, at, delivery) => void jpm.happen(event, { createdAt: at, delivery }),
});

function report(world: DemoWorld): void {
  const { violations } = world.gateway;
  const say = (line: string) => process.stderr.write(`simulators: ${line}\n`);
  for (const figures of callFigures(world)) say(figuresLine(figures));
  say(`${violations.length} calls outside HMRC's limits`);
  for (const { rule, path, sinceMs } of violations) {
    say(`${rule} broken at ${path}, ${Math.round(sinceMs)} ms`);
  }
}

void main();
