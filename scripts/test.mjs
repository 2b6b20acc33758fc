import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './setup/build.mjs';
import { SHIPPED_TARGETS } from './setup/build-targets.mjs';
import { watchOver } from './setup/death-watch.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { findTestDesktop } from './setup/display.mjs';
import { findElectron } from './setup/electron-runtime.mjs';
import { endWith } from './setup/end-with.mjs';
import { ROOT } from './setup/root-folder.mjs';
import { runAttended } from './setup/run-attended.mjs';
import { readTestOptions } from './setup/test-options.mjs';
import { closingLine, playwrightTotals, sumTotals, vitestTotals } from './setup/test-totals.mjs';

const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
const PLAYWRIGHT = join(ROOT, 'node_modules/@playwright/test/cli.js');
const NOTHING = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

/** `npm test -- [--unit | --e2e] [filter…]`: everything, its totals on the last line. */
await endWith(async () => {
  const options = readTestOptions(process.argv.slice(2));
  await installDependencies();
  await build([...SHIPPED_TARGETS, 'demo']);
  const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'));
  watchOver('folder', folder);
  try {
    const unit = options.unit === null ? NOTHING : await runVitest(options.unit, join(folder, 'vitest.json'));
    const e2e =
      options.e2e === null ? NOTHING : await runPlaywright(options.e2e, join(folder, 'playwright.json'));
    const totals = sumTotals([unit, e2e]);
    process.stdout.write(`\n${closingLine(totals)}\n`);
    return totals.failed > 0 || totals.passed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function runVitest(filters, report) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters];
  const code = await runAttended(process.execPath, [VITEST, ...args], { cwd: ROOT });
  return read(report, (json) => vitestTotals(json, code));
}

async function runPlaywright(filters, report) {
  const electron = await findElectron();
  const desktop = await findTestDesktop();
  try {
    const config = join(ROOT, 'test/e2e/playwright.config.ts');
    const args = ['test', `--config=${config}`, '--reporter=list,json', ...filters];
    const code = await runAttended(process.execPath, [PLAYWRIGHT, ...args], {
      cwd: ROOT,
      env: {
        ...desktop.env,
        ELECTRON_EXECUTABLE_PATH: electron.executable,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    return read(report, (json) => playwrightTotals(json, code));
  } finally {
    await desktop.close();
  }
}

/** No report means that the runner fell over before its first test: one failure. */
function read(report, count) {
  if (!existsSync(report)) return { ...NOTHING, failed: 1 };
  return count(JSON.parse(readFileSync(report, 'utf8')));
}
