import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { exportedWith } from '../../electron/engine/export/exported.fixture.ts';
import { writeExport } from '../../electron/engine/export/write-export.ts';

const folder = mkdtempSync(join(tmpdir(), 'quayside-full-'));
const mounted = tryMount();

afterAll(() => {
  if (mounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!mounted)(
  'on a disk that fills up, an export keeps what was there and says what to do',
  async () => {
    const path = join(folder, 'today.csv');
    writeFileSync(path, 'old');
    async function* endless() {
      for (;;) yield exportedWith({});
    }
    const outcome = await writeExport({
      path,
      rows: endless(),
      format: 'csv',
      bom: true,
      formulaGuard: true,
      timeZone: 'Europe/London',
    });
    expect([outcome, readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual([
      {
        ok: false,
        failure: {
          reason: 'file-unwritable',
          detail: `The disk that holds ${path} is full: free some space or choose another disk.`,
          status: null,
          code: 'ENOSPC',
          retryAfterMs: null,
        },
      },
      'old',
      ['today.csv'],
    ]);
  },
);

/** A disk of 300 KB, where this machine lets us have one. */
function tryMount(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
