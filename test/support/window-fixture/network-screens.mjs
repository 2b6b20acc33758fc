const TALL = { width: 1100, height: 1500 };
const NARROW = { width: 640, height: 1500 };

const settings = async (page) => {
  await page.getByRole('row').first().waitFor();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('group', { name: 'Network' }).scrollIntoViewIfNeeded();
};
/** A proxy that is typed in, the last field wrong. */
const typed = async (page) => {
  await settings(page);
  await page.getByRole('radio', { name: 'This proxy' }).click();
  await page.getByLabel('Address', { exact: true }).fill('proxy.office');
  await page.getByLabel('Port', { exact: true }).fill('31 28');
  await page.getByLabel('Name', { exact: true }).fill('ann');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await page.getByRole('button', { name: 'Save network' }).click();
};

const screen = (name, query, act, size = TALL) => ({ name, query, act, size });

/** The network in the settings: set by nobody, by a person, by the office, and by a file of the office with a fault. */
export const NETWORK_SCREENS = [
  screen('network-light', 'theme=light', settings),
  screen('network-typed-light', 'theme=light', typed),
  screen('network-typed-dark', 'theme=dark', typed),
  screen('network-typed-narrow', 'theme=light', typed, NARROW),
  screen('network-office-dark', 'theme=dark&network=office', settings),
  screen('network-broken-light', 'theme=light&network=broken', settings),
  screen('network-environment-light', 'theme=light&network=environment', settings),
];
