import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { fieldErrors, fieldErrorText } from '../../shared/field-errors.ts';
import { setAside } from './private-files.ts';

/** A file that could not be used and was kept under another name, with the reason in words. */
export interface SetAside {
  readonly file: string;
  readonly keptAs: string;
  readonly why: string;
}

/**
 * Reads a JSON file by its schema. A missing file is `null`. One that is not JSON or does not fit is renamed, never
 * overwritten, and told in `setAside`. Throws where the file is there and cannot be read.
 */
export function readKeptFile<T extends z.ZodType>(
  path: string,
  schema: T,
  now: number,
): { readonly value: z.infer<T> | null; readonly setAside: SetAside | null } {
  const text = readIfThere(path);
  if (text === null) return { value: null, setAside: null };
  const checked = check(text, schema);
  if (checked.why === null) return { value: checked.value, setAside: null };
  return { value: null, setAside: { file: path, keptAs: setAside(path, now), why: checked.why } };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

type Checked<T> = { readonly why: null; readonly value: T } | { readonly why: string };

function check<T extends z.ZodType>(text: string, schema: T): Checked<z.infer<T>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { why: 'it is not JSON' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { why: null, value: parsed.data };
  return { why: fieldErrors(parsed.error, json).map(fieldErrorText).join('; ') };
}
