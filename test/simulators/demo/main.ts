import { systemClock } from '../../../electron/engine/time/clock.ts';
import { seeded } from '../cds/chance.ts';
import { readDemoArguments } from './demo-arguments.ts';
import { CDS_CLIENT, startDemoWorld, type DemoWorld } from './demo-world.ts';
import { fillQueues, play } from './play.ts';
import type { Post } from './stage.ts';

/**
 * Simulated HMRC with a life of its own: prints one line of JSON that names the accounts file, and plays
 * until it is told to end. Then it says on stderr how it was called, and whether within the limits.
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

const postTo = ({ cds, ppns, boxId }: DemoWorld): Post => ({
  cds: (body, conversationId, at) => {
    const conversation = conversationId === null ? {} : { conversationId };
    cds.push(CDS_CLIENT, { body, receivedAt: at, badgeIdentifier: 'QUAYDEMO', ...conversation });
  },
  ppns: (message, at) => {
    ppns.post(boxId, { message, createdAt: at });
  },
});

function report({ gateway }: DemoWorld): void {
  const { calls, violations } = gateway;
  process.stderr.write(`simulators: ${calls.length} calls, ${violations.length} outside the limits\n`);
  for (const { rule, path, sinceMs } of violations) {
    process.stderr.write(`simulators: ${rule} broken at ${path}, ${Math.round(sinceMs)} ms\n`);
  }
}

void main();
