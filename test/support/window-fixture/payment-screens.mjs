const WIDE = { width: 1440, height: 900 };
const TALL = { width: 1100, height: 1500 };
const NARROW = { width: 640, height: 720 };
const MIXED = 'rows=40&payments&accounts=payments';
const ONLY = 'rows=0&payments&accounts=payments-only';

const rows = (page) => page.getByRole('row').first().waitFor();
const all = async (page) => {
  await rows(page);
  await page.getByRole('link', { name: /^All/ }).click();
  await rows(page);
};
/** Opens the row of that name, wherever it stands. */
const row = (name) => async (page) => {
  await all(page);
  await page.getByRole('row', { name }).first().click();
  if (page.viewportSize().width >= 900) {
    await page.getByRole('region', { name: 'Notification' }).getByRole('heading').first().waitFor();
  }
};
const payment = (name) => async (page) => {
  await row(name)(page);
  await page.keyboard.press('d');
  await page.getByRole('region', { name: 'Payment' }).getByText('Timeline').waitFor();
};
const accounts = async (page) => {
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Add an account' }).waitFor();
};
const form = async (page, source) => {
  await accounts(page);
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.getByLabel('Source').selectOption(source);
};
const chooseKey = (page, text, label = 'Key file') =>
  page
    .getByLabel(label, { exact: true })
    .setInputFiles({ name: `${label.replaceAll(' ', '-')}.p12`, mimeType: '', buffer: Buffer.from(text) });
const mastercard = (password) => async (page) => {
  await form(page, 'mastercard-cen');
  await page.getByLabel('Name', { exact: true }).fill('Company cards');
  await chooseKey(page, 'locked');
  await page.getByLabel('Password of the key file').fill(password);
  await page.getByText(password === 'open sesame' ? 'Key opened' : 'does not open').waitFor();
};
const jpm = async (page) => {
  await form(page, 'jpm-notifications');
  await chooseKey(page, 'bare');
  await page.getByText('choose the certificate file as well').waitFor();
  await page.getByText('Parent entity', { exact: true }).click();
  await page.getByLabel('Parent entity id').fill('12');
  await page.getByText('Advanced').click();
  await page.getByRole('button', { name: 'Save' }).click();
};

const screen = (name, query, act = rows, size = WIDE) => ({ name: `pay-${name}`, query, act, size });

/** Payments in the list and by themselves, what may be missing, and the forms of sources that sign. */
export const PAYMENT_SCREENS = [
  screen('list-light', `theme=light&${MIXED}`, row(/Payment declined/)),
  screen('list-dark', `theme=dark&${MIXED}`, row(/Payment declined/)),
  screen('list-threads', `theme=light&listBy=thread&${MIXED}`, all),
  screen('list-only', `theme=light&listBy=thread&${ONLY}`, all),
  screen('list-narrow', `theme=light&${ONLY}`, all, NARROW),
  screen('list-zoomed', `theme=light&${ONLY}`, all, { width: 360, height: 620 }),
  screen('list-forced', `theme=light&${ONLY}`, async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await all(page);
  }),
  screen('dispute-light', `theme=light&${ONLY}`, async (page) => {
    await row(/response|reply|answer|evidence/i)(page);
    await page.getByRole('button', { name: 'Ask J.P. Morgan again' }).click();
    await page.getByText('Asked again').waitFor();
  }),
  screen('cleared-dark', `theme=dark&${ONLY}`, row(/Payment cleared/)),
  screen('payload', `theme=light&${ONLY}`, async (page) => {
    await row(/Payment cleared/)(page);
    await page.getByRole('button', { name: 'Show the payload' }).click();
    await page.getByLabel('Payload text').waitFor();
    await page.getByLabel('Payload text').scrollIntoViewIfNeeded();
  }),
  screen('page-light', `theme=light&${ONLY}`, payment(/Payment cleared/)),
  screen('page-dark', `theme=dark&${ONLY}`, payment(/Payment declined/)),
  screen('page-narrow', `theme=light&${ONLY}`, payment(/Payment reversed/), NARROW),
  screen('empty-gap', 'theme=light&rows=0&accounts=payments-only', async (page) => {
    await page.getByRole('heading', { name: 'Something may be missing' }).waitFor();
  }),
  screen('empty-dismissed', 'theme=light&rows=0&accounts=payments-only', async (page) => {
    await page.getByRole('button', { name: /^Dismiss/ }).click();
    await page.getByText('Nothing needs you').waitFor();
  }),
  screen('accounts-light', `theme=light&${MIXED}`, accounts, TALL),
  screen('accounts-dark', `theme=dark&${MIXED}`, accounts, TALL),
  screen('accounts-narrow', `theme=light&${ONLY}`, accounts, NARROW),
  screen('form-mastercard', `theme=light&${ONLY}`, mastercard('open sesame'), TALL),
  screen('form-mastercard-wrong', `theme=dark&${ONLY}`, mastercard('sesame'), TALL),
  screen('form-jpm', `theme=light&${ONLY}`, jpm, { width: 1100, height: 1900 }),
  screen('form-jpm-narrow', `theme=dark&${ONLY}`, jpm, { width: 640, height: 2000 }),
  screen(
    'form-held',
    `theme=light&${ONLY}`,
    async (page) => {
      await accounts(page);
      await page.getByRole('button', { name: 'Edit' }).last().click();
      await page.getByText('A key is held').waitFor();
    },
    TALL,
  ),
  screen(
    'settings',
    `theme=light&${ONLY}`,
    async (page) => {
      await page.getByRole('link', { name: 'Settings' }).click();
      const days = page.getByLabel('J.P. Morgan Payments notifications');
      await days.fill('400');
      await days.blur();
    },
    { width: 1100, height: 1600 },
  ),
];
