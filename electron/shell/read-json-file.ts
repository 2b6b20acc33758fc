import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { fieldErrors, fieldErrorText } from '../../shared/field-errors.ts';

/** A JSON file as it is found: its value, or in words why it has none. */
export type JsonFile<T> =
  | { readonly state: 'missing' }
  | {
      readonly state: 'good';
      readonly value: T;
      readonly text: string;
      /** Epoch milliseconds. */
      readonly savedAt: number;
    }
  | { readonly state: 'damaged'; readonly why: string };

/** Reads a JSON file by its schema. Whatever is wrong with it, from its place on disk to one field, is a value. */
export function readJsonFile<T extends z.ZodType>(path: string, schema: T): JsonFile<z.infer<T>> {
  try {
    const file = statSync(path);
    // To read a pipe would wait for ever.
    if (!file.isFile())
      return damaged(file.isDirectory() ? 'a folder is in its place' : 'it is no ordinary file');
    const read = parse(readFileSync(path), schema);
    return 'why' in read ? damaged(read.why) : { state: 'good', ...read, savedAt: file.mtimeMs };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return code === 'ENOENT' ? { state: 'missing' } : damaged(`it cannot be read (${code})`);
  }
}

const damaged = (why: string) => ({ state: 'damaged', why }) as const;

type Parsed<T> = { readonly value: T; readonly text: string } | { readonly why: string };

function parse<T extends z.ZodType>(bytes: Uint8Array, schema: T): Parsed<z.infer<T>> {
  if (bytes.length === 0) return { why: 'it is empty' };
  // What a file system leaves of a file whose length it wrote before its bytes, when the power goes between.
  if (bytes.every((byte) => byte === 0)) return { why: 'it holds nothing but zero bytes' };
  let text: string;
  let json: unknown;
  try {
    // Skips the byte order mark that editors on Windows put first, and replaces no damaged byte in silence.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { why: 'it is not UTF-8 text' };
  }
  try {
    json = JSON.parse(text);
  } catch {
    return { why: 'it is not JSON' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, text };
  return { why: fieldErrors(parsed.error, json).map(fieldErrorText).join('; ') };
}
