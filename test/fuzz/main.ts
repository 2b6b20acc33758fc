import { parseArgs } from 'node:util';
import { filesBelow } from '../support/files-below.ts';
import { tryOne } from './invariants.ts';
import { mutate } from './mutations.ts';
import { ownMessages } from './own-messages.ts';
import { createRandom } from './random.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    /** The seed of the first input; each one after it has the next number. */
    seed: { type: 'string', default: '1' },
    /** A folder of messages to damage as well as our own. */
    corpus: { type: 'string' },
  },
});

/** More would hide the first. */
const MOST_FAILURES = 20;

main().catch((error: unknown) => {
  process.stderr.write(`fuzz: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const seconds = Number(values.seconds);
  const firstSeed = Number(values.seed);
  if (!(seconds > 0) || !Number.isSafeInteger(firstSeed)) {
    throw new Error('--seconds takes a number above 0, --seed a whole number');
  }
  const corpus = values.corpus === undefined ? [] : await filesBelow(values.corpus, '.xml');
  const messages = [...ownMessages(), ...corpus.map(({ bytes }) => bytes)];
  const failures: unknown[] = [];
  let slowest = { ms: 0, seed: firstSeed, how: '', bytes: 0 };
  let seed = firstSeed;
  let bytes = 0;
  const started = performance.now();
  while (performance.now() - started < seconds * 1000 && failures.length < MOST_FAILURES) {
    const input = mutate(messages, createRandom(seed));
    const { ms, broken } = tryOne(input);
    bytes += input.bytes.length;
    if (ms > slowest.ms) slowest = { ms, seed, how: input.how, bytes: input.bytes.length };
    if (broken.length > 0) failures.push({ seed, how: input.how, broken });
    seed += 1;
  }
  const summary = {
    messages: messages.length,
    inputs: seed - firstSeed,
    megabytes: Math.round(bytes / 1_000_000),
    seconds: Math.round((performance.now() - started) / 1000),
    slowest: { ...slowest, ms: Math.round(slowest.ms) },
    failures,
  };
  process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  if (failures.length > 0) process.exitCode = 1;
}
