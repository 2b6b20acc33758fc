import { closeSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { toInstant } from '../../time/clock.ts';
import type { SqlDriver } from './driver.ts';
import { syncFile, syncFolder } from './sync-path.ts';

/** How many backups stay. */
const KEPT = 3;

/** Writes `quayside-v<version>-<time>.bak` beside the database, whole and on disk when it returns; returns its path. */
export function backUp(sql: SqlDriver, file: string, version: number, now: number): string {
  const folder = dirname(file);
  const stem = basename(file).replace(/\.[^.]*$/, '');
  const time = toInstant(now).replace(/[-:]|\.\d{3}/g, '');
  const backup = join(folder, `${stem}-v${String(version)}-${time}.bak`);
  const unfinished = `${backup}.part`;
  rmSync(unfinished, { force: true });
  // An empty file of our own making keeps others from reading it while it grows.
  try {
    closeSync(openSync(unfinished, 'wx', 0o600));
    sql.run('VACUUM INTO ?', unfinished);
    syncFile(unfinished);
    renameSync(unfinished, backup);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(folder);
  prune(folder, stem);
  return backup;
}

/** The time in a name sorts as text. */
function prune(folder: string, stem: string): void {
  const isBackup = new RegExp(`^${escaped(stem)}-v\\d+-(\\d{8}T\\d{6}Z)\\.bak$`);
  const backups = readdirSync(folder)
    .map((name) => ({ name, time: isBackup.exec(name)?.[1] ?? null }))
    .filter(({ time }) => time !== null)
    .sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''));
  for (const { name } of backups.slice(0, Math.max(0, backups.length - KEPT))) rmSync(join(folder, name));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
