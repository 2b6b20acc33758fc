import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { bundleTypeScript } from '../support/run-typescript.mjs';
import { aftermath, NO_HARM, storeAndDie, type Promised } from '../support/store-crash.ts';
import { mountExisting, mountImage } from '../support/store-mount.ts';
import { openedStore, temporaryFolder } from '../support/store-temporary.ts';

const ROUNDS = Number(process.env['QUAYSIDE_CRASH_ROUNDS'] ?? 8);
const LONGEST_LIFE_MS = 600;

let child: string;
beforeAll(async () => {
  child = await bundleTypeScript('test/support/store-crash-child.ts');
});

const lifeMs = () => 30 + Math.random() * LONGEST_LIFE_MS;

it(`loses nothing and doubles nothing when killed at any moment, ${ROUNDS} times over`, async () => {
  const folder = temporaryFolder();
  const promised: Promised[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    promised.push(await storeAndDie(child, [folder, `r${round}`], lifeMs()));
    const store = await openedStore(folder);
    expect({ round, ...(await aftermath(store, promised)) }).toEqual({ round, ...NO_HARM });
    await store.close();
  }
  expect(promised.reduce((sum, { kept }) => sum + kept.size, 0)).toBeGreaterThan(ROUNDS);
}, 600_000);

/**
 * One power cut: the child stores on a file system of its own, is killed, and only what had reached the "disk" by
 * then is mounted again. Null where this machine does not let us mount.
 */
async function powerCut(round: string, synchronous: string) {
  const folder = temporaryFolder();
  const image = join(folder, 'disk');
  const mounted = mountImage(folder, image, 96);
  if (mounted === null) return null;
  let isMounted = true;
  const unmount = () => {
    if (isMounted) mounted.unmount();
    isMounted = false;
  };
  onTestFinished(unmount);
  const promised = await storeAndDie(child, [mounted.folder, round, synchronous], lifeMs());
  copyFileSync(image, `${image}-cut`);
  unmount();
  const after = mountExisting(folder, `${image}-cut`);
  if (after === null) throw new Error('the disk cannot be mounted again');
  try {
    const store = await openedStore(after.folder);
    const found = await aftermath(store, [promised]);
    await store.close();
    return found;
  } finally {
    after.unmount();
    rmSync(image);
    rmSync(`${image}-cut`);
  }
}

const CANNOT_MOUNT = 'Skipped: the power-cut test needs root and a loop mount.';

it(`loses nothing at a power cut, ${ROUNDS} times over`, async (test) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await powerCut(`p${round}`, 'FULL');
    if (found === null) return test.skip(CANNOT_MOUNT);
    expect({ round, ...found }).toEqual({ round, ...NO_HARM });
  }
}, 600_000);

it('does lose rows at a power cut with synchronous=NORMAL, so this test can fail', async (test) => {
  let lost = 0;
  for (let round = 0; round < 30 && lost === 0; round += 1) {
    const found = await powerCut(`c${round}`, 'NORMAL');
    if (found === null) return test.skip(CANNOT_MOUNT);
    lost += found.lost.length;
  }
  expect(lost).toBeGreaterThan(0);
}, 600_000);
