import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { windowOpener } from './open-window.mjs';
import { serveFixture } from './serve.mjs';
import { framesWhileScrolling } from './frames.mjs';
import { declarationWalks } from './walk-declaration.mjs';
import { paymentWalks } from './walk-payments.mjs';

/**
 * Walks through the window by keyboard, with a hundred thousand rows behind it:
 *   FIXTURE_ELECTRON=<executable> node test/support/window-fixture/walk.mjs
 */
const SIZE = { width: 1280, height: 820 };
const site = await serveFixture();
const opener = await windowOpener();
const faults = [];

const openAt = async (query, size = SIZE) => {
  const page = await opener.open(`${site.url}?theme=light&${query}`, size);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('404')) faults.push(line.text());
  });
  return page;
};
const open = async (query, size) => {
  const page = await openAt(query, size);
  await page.getByRole('row').first().waitFor();
  return page;
};
const keys = async (page, ...names) => {
  for (const name of names) await page.keyboard.press(name);
};
const cursor = (page) =>
  page.evaluate(() => {
    const row = document.querySelector('.row.cursor');
    return {
      place: Number(row?.getAttribute('aria-rowindex') ?? 0),
      top: Math.round(row?.getBoundingClientRect().top ?? 0),
      hasFocus: row !== null && row === document.activeElement,
    };
  });
const eventually = async (page, read, wanted) => {
  for (let tries = 0; tries < 100; tries += 1) {
    const seen = await read(page);
    if (JSON.stringify(seen) === JSON.stringify(wanted)) return;
    await sleep(50);
  }
  assert.deepEqual(await read(page), wanted);
};
const place = async (page) => (await cursor(page)).place;
const toolbar = (page) =>
  page
    .getByRole('toolbar')
    .getByRole('button', { name: /^Acknowledge/ })
    .textContent();
const stops = (page) => page.locator('[role=grid] [tabindex="0"]').count();

const WALKS = {
  'moves to both ends of a hundred thousand rows and back, with one tab stop': async () => {
    const page = await open('rows=100000');
    await page.getByRole('link', { name: 'All' }).click();
    await keys(page, 'j', 'j', 'ArrowDown', 'k');
    await eventually(page, place, 2);
    await keys(page, 'End');
    await eventually(page, async (one) => ({ ...(await cursor(one)), top: 0 }), {
      place: 100_000,
      top: 0,
      hasFocus: true,
    });
    assert.equal(await stops(page), 1);
    await keys(page, 'PageUp', 'k', 'Home');
    await eventually(page, place, 1);
    assert.ok((await page.locator('*').count()) < 1500, 'the document stays small');
  },
  'goes anywhere by the scrollbar': async () => {
    const page = await open('rows=100000');
    await page.getByRole('link', { name: 'All' }).click();
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight / 2 }));
    await eventually(page, (one) => one.locator('[role=row][data-id="50000"]').count(), 1);
  },
  'scrolls through a hundred thousand rows without losing frames': async () => {
    const page = await open('rows=100000');
    await page.getByRole('link', { name: 'All' }).click();
    await sleep(300);
    const frames = await framesWhileScrolling(page, { pixels: 60, seconds: 4 });
    console.log(`  ${JSON.stringify(frames)}`);
    assert.ok(frames.p95 < 34, `p95 frame ${frames.p95} ms`);
    assert.ok(frames.elements < 1500, `${frames.elements} elements`);
  },
  'holds arrivals back while a row is chosen, and shows them when asked': async () => {
    const page = await open('rows=2000');
    await keys(page, 'j', 'j', 'j');
    const before = await cursor(page);
    await page.evaluate(() => window.fixture.arrive(40));
    const button = page.getByRole('button', { name: /^\d+ new$/ });
    await button.waitFor();
    assert.deepEqual(await cursor(page), before);
    const fresh = parseInt(await button.textContent(), 10);
    await button.click();
    await eventually(page, place, before.place + fresh);
  },
  'holds what is in view while it is scrolled': async () => {
    const page = await open('rows=2000');
    await page.getByRole('link', { name: 'New' }).click();
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: 3000 }));
    await sleep(200);
    const inView = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('[role=row]')].map((row) => [
          row.dataset.id,
          row.getBoundingClientRect().top,
        ]),
      );
    const before = await inView();
    await page.evaluate(() => window.fixture.arrive(30));
    await page.getByRole('button', { name: /^\d+ new$/ }).waitFor();
    assert.deepEqual(await inView(), before);
  },
  'acknowledges, goes on to the next row, and undoes': async () => {
    const page = await open('rows=2000&hold=30');
    await keys(page, 'j', 'e', 'e', 'e');
    await eventually(page, place, 4);
    await eventually(page, (one) => one.locator('.row.acknowledged').count(), 3);
    await keys(page, 'z');
    await eventually(page, (one) => one.locator('.row.acknowledged').count(), 2);
  },
  'picks ranges and all, and says how many': async () => {
    const page = await open('rows=2000&hold=30');
    await keys(page, 'j', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
    assert.match(await toolbar(page), /^Acknowledge 3/);
    await keys(page, 'Shift+ArrowUp');
    assert.match(await toolbar(page), /^Acknowledge 2/);
    await keys(page, 'Control+a');
    await eventually(page, async (one) => /^Acknowledge \d\d/.test(await toolbar(one)), true);
    await keys(page, 'Escape');
    assert.equal(await page.getByRole('toolbar').count(), 0);
  },
  'opens with Enter, comes back with Escape, and is silent in fields': async () => {
    const page = await open('rows=2000');
    await keys(page, 'j', 'Enter');
    const detail = page.getByRole('region', { name: 'Notification' });
    await eventually(page, () => detail.evaluate((region) => region === document.activeElement), true);
    await keys(page, 'Escape');
    await eventually(page, async (one) => (await cursor(one)).hasFocus, true);
    await keys(page, '/');
    await page.keyboard.type('jjeezx');
    await page.getByText('Nothing matches').waitFor();
    assert.equal(await page.getByRole('region', { name: 'Last action' }).count(), 0);
  },
  'keeps the focus on the button that acknowledges one after the other': async () => {
    const page = await open('rows=2000&hold=30');
    await keys(page, 'j');
    const button = page
      .getByRole('region', { name: 'Notification' })
      .getByRole('button', { name: 'Acknowledge' });
    await button.focus();
    await keys(page, 'Enter');
    await eventually(page, place, 2);
    await keys(page, 'Enter');
    await eventually(page, place, 3);
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);
  },
  'says on the row why it was not stored, and tries again': async () => {
    const page = await open('rows=2000&acknowledge=fails');
    await keys(page, 'j', 'e');
    await page.getByRole('row').getByText('Not acknowledged: The disk is full').waitFor();
    assert.equal(await page.locator('.row.acknowledged').count(), 0);
    await keys(page, 'k', 'ArrowRight', 'ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Retry');
  },
  'says on the row that the source did not take it, and sends again': async () => {
    const page = await open('rows=2000&send=fails&hold=0');
    await page.getByRole('link', { name: 'New' }).click();
    await page.getByRole('button', { name: 'Transit (push-pull)' }).click();
    await page.getByRole('row', { name: /IE029/ }).first().click();
    await keys(page, 'e');
    await page.getByText('Not sent: No connection').first().waitFor();
    await page.getByRole('row').getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('row').getByText('Sent', { exact: true }).waitFor();
  },
  'shows one pane where two do not fit, and the next notification in it': async () => {
    const page = await open('rows=2000&hold=30', { width: 640, height: 700 });
    await page.getByRole('row').first().click();
    const detail = page.getByRole('region', { name: 'Notification' });
    const title = () => detail.getByRole('heading').first().textContent();
    await detail.waitFor();
    const before = await title();
    await keys(page, 'e');
    await eventually(page, async () => (await title()) === before, false);
    await keys(page, 'Escape');
    await eventually(page, async (one) => (await cursor(one)).hasFocus, true);
    assert.equal(await detail.isVisible(), false);
  },
  'stays readable while the engine restarts, and asks anew when it is back': async () => {
    const page = await open('rows=2000');
    await page.evaluate(() => window.fixture.setEngine('restarting'));
    await page.getByText('Restarting.').waitFor();
    assert.ok((await page.getByRole('row').count()) > 5);
    await page.evaluate(() => window.fixture.setEngine('running'));
    await page.getByText('Next poll in').first().waitFor();
    await keys(page, 'j');
    await page.getByRole('region', { name: 'Notification' }).getByText('What happened').waitFor();
  },
  'opens what an alert names, though the list does not show it': async () => {
    const page = await open('rows=2000');
    await page.evaluate(() => window.fixture.emit({ event: 'open', notification: '5' }));
    await page.getByText('not in the list as it is filtered now').waitFor();
    await page.getByRole('button', { name: 'Show all notifications' }).click();
    await page.getByText('further down the list').waitFor();
  },
  ...declarationWalks({ openAt, keys, eventually }),
  ...paymentWalks({ openAt, keys, eventually }),
};

const wanted = process.argv[2] ?? '';
try {
  for (const [name, walk] of Object.entries(WALKS)) {
    if (!name.includes(wanted)) continue;
    await walk();
    assert.deepEqual(faults, []);
    console.log(`ok ${name}`);
  }
} finally {
  await opener.close();
  site.close();
}
