import { _electron, chromium } from '@playwright/test';
import path from 'node:path';

/**
 * Opens the fixture in the Electron that `FIXTURE_ELECTRON` names, else in the Chromium that `FIXTURE_CHROMIUM`
 * names: `open(address, { width, height })` resolves to a Playwright page, `close()` ends it all.
 */
export async function windowOpener() {
  const { FIXTURE_ELECTRON, FIXTURE_CHROMIUM } = process.env;
  if (FIXTURE_ELECTRON !== undefined) return electronOpener(FIXTURE_ELECTRON);
  if (FIXTURE_CHROMIUM !== undefined) return chromiumOpener(FIXTURE_CHROMIUM);
  throw new Error('set FIXTURE_ELECTRON or FIXTURE_CHROMIUM to an executable');
}

function electronOpener(executablePath) {
  let app;
  const close = async () => app?.close();
  return {
    open: async (address, { width, height }) => {
      await close();
      app = await _electron.launch({
        executablePath,
        args: ['--no-sandbox', path.join(import.meta.dirname, 'electron-window.cjs')],
        env: {
          ...process.env,
          FIXTURE_URL: address,
          FIXTURE_WIDTH: String(width),
          FIXTURE_HEIGHT: String(height),
        },
      });
      return app.firstWindow();
    },
    close,
  };
}

async function chromiumOpener(executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  let context;
  return {
    open: async (address, viewport) => {
      await context?.close();
      context = await browser.newContext({ viewport });
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    close: () => browser.close(),
  };
}
