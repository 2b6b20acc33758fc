import assert from 'node:assert/strict';

/** Walks through the page of a declaration; `openAt(query)` resolves to a window over that scenario. */
export function declarationWalks({ openAt, keys, eventually }) {
  const oneDeclaration = async (name, more = '') => {
    const page = await openAt(`rows=0&lives=${name}${more}`);
    await page.getByRole('link', { name: 'All' }).click();
    await page.getByRole('row').first().waitFor();
    await keys(page, 'j', 'd');
    await page
      .getByRole('region', { name: 'Declaration' })
      .getByRole('heading', { name: 'Timeline' })
      .waitFor();
    return page;
  };

  return {
    'opens a declaration and comes back, by key and by button': async () => {
      const page = await oneDeclaration('rejected');
      await keys(page, 'd');
      const notification = page.getByRole('region', { name: 'Notification' });
      await notification.getByRole('button', { name: 'Open the declaration' }).click();
      const declaration = page.getByRole('region', { name: 'Declaration' });
      await declaration.getByText('What to do', { exact: true }).waitFor();
      await declaration.getByRole('button', { name: 'Show the notification' }).click();
      await notification.getByText('What happened').waitFor();
    },
    'goes from the timeline to a message, and shows what was sent without leaving': async () => {
      const page = await oneDeclaration('cleared-amended');
      const declaration = page.getByRole('region', { name: 'Declaration' });
      await declaration
        .getByRole('button', { name: /^Raw message/ })
        .first()
        .click();
      await eventually(
        page,
        async () => /FunctionCode>07</.test(await declaration.locator('pre').textContent()),
        true,
      );
      await declaration.getByRole('button', { name: 'Request granted' }).click();
      const notification = page.getByRole('region', { name: 'Notification' });
      await eventually(
        page,
        () => notification.getByRole('heading').first().textContent(),
        'Request granted',
      );
      await eventually(
        page,
        () => notification.evaluate((region) => region === document.activeElement),
        true,
      );
    },
    'copies the declaration as text and saves it, saying where': async () => {
      const page = await oneDeclaration('rejected');
      await page.getByRole('button', { name: 'Copy as text' }).click();
      await eventually(
        page,
        async (one) => /CDS12056/.test(await one.evaluate(() => window.fixture.copied())),
        true,
      );
      await page.getByRole('button', { name: 'Save as PDF' }).click();
      await page
        .getByRole('region', { name: 'Last action' })
        .getByText(/^Saved as .*\.pdf$/)
        .waitFor();
    },
    'says why a declaration could not be saved, and nothing where nobody wanted it': async () => {
      const failed = await oneDeclaration('rejected', '&print=fails');
      await failed.getByRole('button', { name: 'Save as PDF' }).click();
      await failed
        .getByRole('region', { name: 'Last action' })
        .getByText(/^Not saved: The disk is full/)
        .waitFor();
      const cancelled = await oneDeclaration('rejected', '&print=cancels');
      await cancelled.getByRole('button', { name: 'Save as PDF' }).click();
      await cancelled.getByRole('button', { name: 'Save as PDF' }).waitFor();
      assert.equal(await cancelled.getByRole('region', { name: 'Last action' }).count(), 0);
    },
    'acknowledges all of a declaration at once, and undoes it': async () => {
      const page = await oneDeclaration('cleared', '&hold=30');
      const states = (one) => one.locator('.timeline .state.new').count();
      await page.getByRole('button', { name: 'Acknowledge all 2' }).click();
      await eventually(page, states, 0);
      await keys(page, 'z');
      await eventually(page, states, 2);
    },
    'shows five hundred messages of a declaration without a wait': async () => {
      const page = await oneDeclaration('long');
      await eventually(page, (one) => one.locator('.timeline-entry').count(), 500);
      const ms = await page.evaluate(async () => {
        const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        press();
        await frame();
        const start = performance.now();
        press();
        await frame();
        return Math.round(performance.now() - start);
      });
      console.log(`  opened in ${ms} ms`);
      assert.ok(ms < 500, `${ms} ms`);
    },
  };
}
