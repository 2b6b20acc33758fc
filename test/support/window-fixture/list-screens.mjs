const WIDE = { width: 1440, height: 900 };
const SMALL = { width: 960, height: 640 };
const NARROW = { width: 640, height: 720 };
const TALL = { width: 1100, height: 1150 };
const ROWS = 'lives=all&rows=40&listBy=notification';
const THREADS = 'lives=all&rows=40&listBy=thread';

const rows = (page) => page.getByRole('row').first().waitFor();
/** A view by its name, and what is pressed in it. */
const view =
  (name, ...keys) =>
  async (page) => {
    await rows(page);
    await page.getByRole('link', { name }).click();
    await rows(page);
    for (const key of keys) await page.keyboard.press(key);
  };
const arrivals = async (page) => {
  await view(/^All/, 'j')(page);
  await page.getByRole('button', { name: /with news$/ }).waitFor();
};
const limits = async (page) => {
  await rows(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('checkbox', { name: 'No final tax calculation' }).click();
  const arrival = page.getByLabel('No answer after arrival: limit');
  await arrival.fill('soon');
  await arrival.blur();
};

const screen = (name, query, act = rows, size = WIDE) => ({ name, query, act, size });

/** The list by declaration in each of its looks, what has gone quiet, and the limits of silence. */
export const LIST_SCREENS = [
  screen('list-light', `theme=light&${THREADS}`, view(/^All/, 'j')),
  screen('list-dark', `theme=dark&${THREADS}`, view(/^All/, 'j', 'j')),
  screen(
    'list-settled',
    'theme=light&lives=all&rows=40&listBy=notification',
    view(/^All/, ...Array(26).fill('j')),
  ),
  screen(
    'list-settled-dark',
    'theme=dark&lives=all&rows=40&listBy=notification',
    view(/^All/, ...Array(26).fill('j')),
  ),
  screen('list-compact', `theme=light&density=compact&${THREADS}`, view(/^All/, 'j')),
  screen('list-forced', `theme=light&${THREADS}`, async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await view(/^All/, 'j')(page);
  }),
  screen('list-picking', `theme=light&${THREADS}`, view(/^All/, 'j', 'x', 'Shift+ArrowDown')),
  screen('list-acknowledged', `theme=light&${THREADS}`, view(/^All/, 'j', 'j', 'e')),
  screen('list-arrivals', `theme=light&live=2&${THREADS}`, arrivals),
  screen('list-small', `theme=light&live=2&${THREADS}`, arrivals, SMALL),
  screen('list-narrow', `theme=light&${THREADS}`, view(/^All/, 'j'), NARROW),
  screen('list-zoomed', `theme=light&${THREADS}`, rows, { width: 360, height: 620 }),
  screen('list-rereading', `theme=light&rereading&${THREADS}`),
  screen('list-export', `theme=dark&${THREADS}`, async (page) => {
    await rows(page);
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByText('as the list is filtered').waitFor();
  }),
  screen('list-quiet', `theme=light&${THREADS}`, view(/^Gone quiet/, 'j')),
  screen('list-quiet-dark', `theme=dark&${THREADS}`, view(/^Gone quiet/, 'j')),
  screen('list-quiet-empty', 'theme=light&rows=40', async (page) => {
    await rows(page);
    await page.getByRole('link', { name: /^Gone quiet/ }).click();
    await page.getByText('Nothing has gone quiet').waitFor();
  }),
  screen('rows-light', `theme=light&${ROWS}`, view(/^All/, 'j')),
  screen('rows-dark', `theme=dark&${ROWS}`, view(/^All/, 'j')),
  screen('rows-compact', `theme=light&density=compact&${ROWS}`, view(/^All/, 'j')),
  screen('rows-narrow', `theme=light&${ROWS}`, view(/^All/, 'j'), NARROW),
  screen('list-limits', `theme=light&${THREADS}`, limits, TALL),
  screen('list-limits-dark', `theme=dark&${THREADS}`, limits, TALL),
];
