import { NETWORK_SCREENS } from './network-screens.mjs';
import { LIST_SCREENS } from './list-screens.mjs';
import { PAYMENT_SCREENS } from './payment-screens.mjs';

const WIDE = { width: 1440, height: 900 };
/** What a sheet of A4 has between its margins, in CSS pixels. */
const A4 = { width: 688, height: 1010 };
const NARROW = { width: 640, height: 720 };

const rows = (page) => page.getByRole('row').first().waitFor();
const first = async (page) => {
  await rows(page);
  await page.keyboard.press('j');
  await page.getByRole('region', { name: 'Notification' }).getByRole('heading').first().waitFor();
};
/** Where only one pane fits, choosing a row does not open it. */
const chosen = async (page) => {
  await rows(page);
  await page.keyboard.press('j');
};
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const link = (name) => async (page) => {
  await rows(page);
  await page.getByRole('link', { name }).click();
};
/** A poll is asked for although the source wants to be left alone. */
const pollAtOnce = async (page) => {
  await link('Accounts')(page);
  await page.getByRole('button', { name: 'Poll now…' }).click();
};
const button = (page, name) => page.getByRole('button', { name }).first().click();
const forced = async (page) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await first(page);
};

/** Every row, also where no view before it has one. */
const all = async (page) => {
  await page.getByRole('link', { name: 'All' }).click();
  await rows(page);
};
/** The page of the one declaration that there is; the newest of its messages is chosen. */
const declaration = async (page) => {
  await all(page);
  await chosen(page);
  if (page.viewportSize() === null || page.viewportSize().width < 900) await press(page, 'Enter');
  await press(page, 'd');
  await page.getByRole('region', { name: 'Declaration' }).getByRole('heading').first().waitFor();
};
/** As the window is printed: only the page, on paper's width. */
const printed = async (page) => {
  await page.setViewportSize(WIDE);
  await declaration(page);
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print' });
};

const screen = (name, query, act = rows, size = WIDE) => ({ name, query, act, size });
const still = () => undefined;

/** Every screen worth a look: its scenario, and what brings it up. */
export const SCREENS = [
  ...LIST_SCREENS,
  ...NETWORK_SCREENS,
  ...PAYMENT_SCREENS,
  screen('inbox-light', 'theme=light', first),
  screen('inbox-dark', 'theme=dark', first),
  screen('inbox-compact', 'theme=light&density=compact', first),
  screen('inbox-forced', 'theme=light', forced),
  screen('inbox-rejected', 'theme=light', async (page) => {
    await first(page);
    await press(page, 'j', 'j', 'j', 'j', 'j');
  }),
  screen('inbox-picking', 'theme=light', async (page) => {
    await first(page);
    await press(page, 'e', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
  }),
  screen('inbox-refused-act', 'theme=light&acknowledge=fails', async (page) => {
    await first(page);
    await press(page, 'e');
  }),
  screen('inbox-not-sent', 'theme=dark&send=fails&hold=0', async (page) => {
    await link('New')(page);
    await button(page, 'Transit (push-pull)');
    await first(page);
    await press(page, 'e', 'e');
    await page.getByText('Not sent').first().waitFor();
  }),
  screen('inbox-arrivals', 'theme=light&live=3', async (page) => {
    await link('All')(page);
    await first(page);
    await page.getByRole('button', { name: /\d new$/ }).waitFor();
  }),
  screen('inbox-filters', 'theme=light', async (page) => {
    await link('All')(page);
    await page.getByRole('button', { name: 'State', exact: true }).click();
    await page.getByRole('checkbox', { name: 'New' }).check();
    await page.getByRole('button', { name: 'Type', exact: true }).click();
    await page.getByRole('checkbox', { name: /DMSREJ/ }).check();
  }),
  screen('inbox-hostile', 'theme=light&hostile', async (page) => {
    await link('All')(page);
    await first(page);
  }),
  screen('inbox-accounts', 'theme=dark&accounts=all', first),
  screen('inbox-restarting', 'theme=light', async (page) => {
    await first(page);
    await page.evaluate(() => window.fixture.setEngine('restarting'));
    await page.getByText('Restarting.').waitFor();
  }),
  screen('inbox-silent', 'theme=light&engine=silent', first),
  screen('empty-silent', 'theme=dark&rows=0&engine=silent', still),
  screen('inbox-narrow', 'theme=light', chosen, NARROW),
  screen(
    'inbox-narrow-detail',
    'theme=light',
    async (page) => {
      await chosen(page);
      await press(page, 'Enter');
    },
    NARROW,
  ),
  screen('inbox-zoomed', 'theme=light', rows, { width: 360, height: 560 }),
  screen('empty-checked', 'theme=light&rows=0', still),
  screen('empty-not-checked', 'theme=light&rows=0&accounts=signed-out', still),
  screen('empty-first-run', 'theme=light&rows=0&accounts=none', still),
  screen('settings-restored', 'theme=light&damaged=last-good', rows),
  screen('settings-restored-narrow', 'theme=dark&damaged=last-good', rows, NARROW),
  screen('settings-lost', 'theme=light&rows=0&accounts=none&damaged=nothing', still),
  screen('settings-lost-dark', 'theme=dark&rows=0&accounts=none&damaged=nothing', still),
  screen('empty-no-match', 'theme=light', async (page) => {
    await rows(page);
    await press(page, '/');
    await page.keyboard.type('no such words');
    await page.getByText('Nothing matches').waitFor();
  }),
  screen('keys', 'theme=light', async (page) => {
    await rows(page);
    await press(page, '?');
  }),
  screen('export', 'theme=dark', async (page) => {
    await rows(page);
    await button(page, 'Export…');
  }),
  screen('export-done', 'theme=light', async (page) => {
    await rows(page);
    await button(page, 'Export…');
    await button(page, 'Save as…');
    await page.getByText('rows written').last().waitFor();
    await page.getByRole('button', { name: 'Show in folder' }).waitFor();
  }),
  screen('accounts', 'theme=light&accounts=all', link('Accounts')),
  screen('accounts-asked-to-wait', 'theme=light&accounts=all', pollAtOnce),
  screen('accounts-asked-to-wait-dark', 'theme=dark&accounts=all', pollAtOnce),
  screen('accounts-fixed', 'theme=dark&fixed&demo', link('Accounts')),
  screen('account-form', 'theme=light&secrets=none', async (page) => {
    await link('Accounts')(page);
    await button(page, 'Add an account');
  }),
  screen('account-form-errors', 'theme=dark', async (page) => {
    await link('Accounts')(page);
    await button(page, 'Add an account');
    await page.getByLabel('Environment').selectOption('custom');
    await button(page, 'Save');
  }),
  screen('account-remove', 'theme=light', async (page) => {
    await link('Accounts')(page);
    await button(page, 'Remove…');
    await page.getByRole('radio', { name: /Delete it/ }).check();
  }),
  screen('settings', 'theme=light', link('Settings')),
  screen('settings-dark', 'theme=dark', link('Settings')),
  screen('engine-starting', 'theme=light&engine=starting', still),
  screen('engine-refused', 'theme=light&engine=refused', still),
  ...[
    'rejected',
    'under-control',
    'documents-wanted',
    'query',
    'held-by-defra',
    'cleared',
    'cleared-amended',
    'cancelled',
    'lapsed',
    'withdrawn',
    'exited',
    'not-exited',
    'waiting',
    'wrong-digit',
    'damaged',
    'payment-due',
    'account-short',
    'released',
    'advised',
    'request-denied',
  ].flatMap((name) => [
    screen(`declaration-${name}-light`, `theme=light&rows=0&lives=${name}`, declaration),
    screen(`declaration-${name}-dark`, `theme=dark&rows=0&lives=${name}`, declaration),
  ]),
  screen('declaration-long', 'theme=light&rows=0&lives=long', declaration),
  screen('declaration-forced', 'theme=light&rows=0&lives=rejected', async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await declaration(page);
  }),
  screen('declaration-compact', 'theme=light&density=compact&rows=0&lives=cleared-amended', declaration),
  screen('declaration-hostile', 'theme=light&rows=1&hostile', declaration),
  screen('declaration-narrow', 'theme=light&rows=0&lives=rejected', declaration, NARROW),
  screen('declaration-narrow-dark', 'theme=dark&rows=0&lives=cleared-amended', declaration, NARROW),
  screen('declaration-zoomed', 'theme=light&rows=0&lives=payment-due', declaration, {
    width: 360,
    height: 560,
  }),
  screen('declaration-raw', 'theme=light&rows=0&lives=cleared', async (page) => {
    await declaration(page);
    await page
      .getByRole('button', { name: /^Raw message/ })
      .first()
      .click();
    await page.getByLabel('Payload text').waitFor();
  }),
  screen('declaration-saved', 'theme=light&rows=0&lives=cleared', async (page) => {
    await declaration(page);
    await button(page, 'Save as PDF');
    await page.getByText('Saved as').first().waitFor();
  }),
  screen('declaration-not-saved', 'theme=dark&rows=0&lives=cleared&print=fails', async (page) => {
    await declaration(page);
    await button(page, 'Save as PDF');
    await page.getByText('Not saved').first().waitFor();
  }),
  screen('declaration-printed', 'theme=dark&rows=0&lives=cleared-amended', printed, {
    width: 760,
    height: 1080,
  }),
  screen('notification-rejected', 'theme=light&rows=0&lives=rejected', async (page) => {
    await all(page);
    await first(page);
  }),
  screen('notification-amended', 'theme=dark&rows=0&lives=cleared-amended', async (page) => {
    await all(page);
    await first(page);
  }),
  screen('notification-wrong-digit', 'theme=light&rows=0&lives=wrong-digit', async (page) => {
    await all(page);
    await first(page);
  }),
  screen('declaration-list', 'theme=light&rows=0&lives=all&listBy=thread', async (page) => {
    await all(page);
    await chosen(page);
  }),
];
