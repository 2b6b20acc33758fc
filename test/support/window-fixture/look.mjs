import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { windowOpener } from './open-window.mjs';
import { SCREENS } from './screens.mjs';
import { serveFixture } from './serve.mjs';

/**
 * Takes a picture of every screen into dist/window-pictures and runs axe on it:
 *   npx vite build -c test/support/window-fixture/vite.config.ts
 *   FIXTURE_CHROMIUM=/usr/bin/chromium node test/support/window-fixture/look.mjs [screen…]
 * Exits 1 where axe found something.
 */
const OUT = path.resolve(import.meta.dirname, '../../../dist/window-pictures');
const wanted = process.argv.slice(2);
const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

await mkdir(OUT, { recursive: true });
const site = await serveFixture();
const opener = await windowOpener();
let found = 0;
try {
  for (const { name, query, act, size } of screens) {
    const page = await opener.open(`${site.url}?${query}`, size);
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    await Promise.resolve(act(page)).catch((error) => {
      throw new Error(`${name} did not come up`, { cause: error });
    });
    // A countdown and a fade are let through before the picture.
    await sleep(400);
    await page.screenshot({ path: path.join(OUT, `${name}.png`) });
    // Legacy mode needs no second page, which Electron does not give.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    for (const { id, help, nodes } of violations) {
      found += 1;
      console.error(`${name}: ${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`);
    }
  }
} finally {
  await opener.close();
  site.close();
}
console.log(`${screens.length} screens in ${OUT}, ${found} accessibility faults`);
process.exitCode = found === 0 ? 0 : 1;
