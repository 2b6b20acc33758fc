import assert from 'node:assert/strict';

/** Walks through payments, gaps and key files; `openAt(query)` resolves to a window over that scenario. */
export function paymentWalks({ openAt, keys, eventually }) {
  const payments = async (more = '') => {
    const page = await openAt(`rows=0&payments&accounts=payments-only${more}`);
    await page.getByRole('row').first().waitFor();
    return page;
  };
  const focused = (page) =>
    page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName);
  const key = (text, name = 'alder.p12') => ({ name, mimeType: '', buffer: Buffer.from(text) });
  const form = async (source) => {
    const page = await payments();
    await page.getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('button', { name: 'Add an account' }).click();
    await page.getByLabel('Source').selectOption(source);
    return page;
  };

  return {
    'shows the whole of a payment and comes back, by key': async () => {
      const page = await payments();
      await keys(page, 'j', 'd');
      await page
        .getByRole('region', { name: 'Payment' })
        .getByRole('heading', { name: 'Timeline' })
        .waitFor();
      await keys(page, 'd');
      await page.getByRole('region', { name: 'Notification' }).getByText('What happened').waitFor();
    },
    'dismisses a gap by key, says so, and gives the keyboard to the list': async () => {
      const page = await payments();
      const dismiss = page.getByRole('button', { name: /^Dismiss: Company cards/ });
      await dismiss.focus();
      await keys(page, 'Enter');
      await eventually(page, () => dismiss.count(), 0);
      await eventually(page, focused, 'row');
      assert.match(await page.locator('.visually-hidden[role=status]').textContent(), /^Dismissed\. Company/);
      assert.equal(await page.getByText('Something may be missing', { exact: true }).count(), 0);
    },
    'shows a payload that may be personal only when it is asked for': async () => {
      const page = await payments();
      await keys(page, 'j');
      const detail = page.getByRole('region', { name: 'Notification' });
      await detail.getByText('What happened').waitFor();
      assert.equal(await detail.locator('pre').count(), 0);
      await detail.getByRole('button', { name: 'Show the payload' }).focus();
      await keys(page, 'Enter');
      await eventually(page, async () => /cardholder/.test(await detail.locator('pre').textContent()), true);
      await eventually(page, focused, 'SECTION');
      await keys(page, 'j');
      await eventually(page, () => detail.locator('pre').count(), 0);
    },
    'opens a key file at once, whatever its password, and keeps it out of sight': async () => {
      const page = await form('mastercard-cen');
      await page.getByLabel('Name', { exact: true }).fill('More cards');
      await page.getByLabel('Consumer key').fill('abc!def');
      await page.getByLabel('Key file', { exact: true }).setInputFiles(key('locked'));
      await page.getByText('locked with a password, and none is given').waitFor();
      await page.getByLabel('Password of the key file').pressSequentially('open sesame');
      await page.getByText('Key opened: RSA, 2048 bits, certificate CN=Alder Freight').waitFor();
      await page.getByRole('button', { name: 'Test connection' }).click();
      await page.getByText('Signed in.').waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      const card = page.getByRole('listitem').filter({ hasText: 'More cards' }).last();
      await card.getByRole('button', { name: 'Edit' }).click();
      await page.getByText('A key is held: RSA, 2048 bits').waitFor();
      assert.equal(await page.getByLabel('Password of the key file').inputValue(), '');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: 'Accounts' }).waitFor();
    },
    'takes a key file that is dropped, and refuses a film': async () => {
      const page = await form('jpm-notifications');
      const drop = async (text) => {
        const data = await page.evaluateHandle((content) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([content], 'dropped.pem'));
          return transfer;
        }, text);
        await page.locator('.file-field').first().dispatchEvent('drop', { dataTransfer: data });
      };
      await drop('x'.repeat(70_000));
      await page.getByText('dropped.pem is no key file: it has 70 KB').waitFor();
      await drop('bare');
      await page.getByText('Key opened: RSA, 2048 bits, no certificate').waitFor();
      await page
        .getByLabel('Certificate file', { exact: true })
        .setInputFiles(key('certificate', 'alder.pem'));
      await page.getByText('certificate CN=Alder Freight').waitFor();
    },
    'asks the source again and says what came of it': async () => {
      const page = await payments();
      await page.getByRole('row', { name: /Payout failed/ }).click();
      await page.getByRole('button', { name: 'Ask J.P. Morgan again' }).focus();
      await keys(page, 'Enter');
      await page.getByText('Asked again: nothing has changed since.').waitFor();
    },
  };
}
