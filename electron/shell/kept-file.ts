import { basename, dirname, extname, join } from 'node:path';
import type { z } from 'zod';
import type { DamagedFile } from '../../shared/damaged-file.ts';
import { setAside, writePrivateFile } from './private-files.ts';
import { readJsonFile, type JsonFile } from './read-json-file.ts';

export interface KeptFileOptions<T extends z.ZodType> {
  readonly what: DamagedFile['what'];
  readonly path: string;
  readonly schema: T;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Replaces the file, whole or not at all, by `keptText` of the value; `writePrivateFile` where absent. */
  readonly replace?: (value: z.infer<T>) => void;
  /** Told once of each file that could not be used. */
  readonly onDamage: (damage: DamagedFile) => void;
}

/** A JSON file with its last good copy beside it: `settings.json` and `settings.last-good.json`. */
export interface KeptFile<T> {
  /** What a start goes on with: the file, else its last good copy, else null. */
  readonly open: () => T | null;
  /**
   * The file as it is now, with what somebody edited by hand; null where it is gone or was damaged meanwhile, and
   * what is held goes on. Throws where it is damaged and cannot be moved out of the way: to write would be to lose it.
   */
  readonly reread: () => T | null;
  /** Replaces the file, and its copy once the new file was read back. Throws where the disk does not take it. */
  readonly write: (value: T) => void;
}

/**
 * A file of which a power cut costs nothing: at every moment it or its copy is whole. One that cannot be used is kept
 * under another name, never overwritten, and told of.
 */
export function openKeptFile<T extends z.ZodType>(options: KeptFileOptions<T>): KeptFile<z.infer<T>> {
  type Value = z.infer<T>;
  const { path, schema } = options;
  const copy = lastGoodOf(path);

  return {
    open: () => {
      const file = readJsonFile(path, schema);
      if (file.state !== 'good') return takeUpCopy(file);
      refreshCopy(file.text);
      return file.value;
    },
    reread: () => {
      const file = readJsonFile(path, schema);
      if (file.state !== 'damaged') return file.state === 'good' ? file.value : null;
      const keptAs = setAside(path, options.now());
      tell({ why: file.why, keptAs, goesOnWith: 'what-is-held', savedAt: null });
      return null;
    },
    write,
  };

  function takeUpCopy(file: Exclude<JsonFile<Value>, { state: 'good' }>): Value | null {
    const saved = readJsonFile(copy, schema);
    // Neither was ever there: the first start.
    if (file.state === 'missing' && saved.state === 'missing') return null;
    const keptAs = file.state === 'damaged' ? tryToSetAside(path) : null;
    const why = file.state === 'damaged' ? file.why : 'it is missing';
    if (saved.state !== 'good') {
      if (saved.state === 'damaged') tryToSetAside(copy);
      tell({ why, keptAs, goesOnWith: 'nothing', savedAt: null });
      return null;
    }
    tell({ why, keptAs, goesOnWith: 'last-good', savedAt: new Date(saved.savedAt).toISOString() });
    if (file.state === 'missing' || keptAs !== null) tryTo(() => writePrivateFile(path, saved.text));
    return saved.value;
  }

  function write(value: Value): void {
    const text = keptText(value);
    if (options.replace === undefined) writePrivateFile(path, text);
    else options.replace(value);
    const written = readJsonFile(path, schema);
    if (written.state !== 'good' || written.text !== text)
      throw Object.assign(new Error(`${path} does not read back as it was written`), { code: 'EIO' });
    refreshCopy(text);
  }

  /** Without a newer copy the older one still stands: no reason to refuse what the file itself has taken. */
  function refreshCopy(text: string): void {
    const saved = readJsonFile(copy, schema);
    if (saved.state === 'good' && saved.text === text) return;
    tryTo(() => writePrivateFile(copy, text));
  }

  function tryToSetAside(damaged: string): string | null {
    return tryTo(() => setAside(damaged, options.now()));
  }

  function tell(damage: Omit<DamagedFile, 'what' | 'file'>): void {
    options.onDamage({ what: options.what, file: path, ...damage });
  }
}

/** How a kept file is written down. */
export const keptText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** `settings.last-good.json` beside `settings.json`. */
function lastGoodOf(path: string): string {
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}.last-good${extension}`);
}

/** Null where the disk refuses. */
function tryTo<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
