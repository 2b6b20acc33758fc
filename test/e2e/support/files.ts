import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file in a folder and in the folders below it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The files in which one of the texts is found. */
export const filesWith = (folder: string, texts: readonly string[]): readonly string[] =>
  filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file);
    return texts.some((text) => bytes.includes(text));
  });
