import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseUrl } from '../../shared/parse-url.ts';

/** The window's own origin. Nothing else is loaded, linked to or listened to. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://quayside';
export const APP_START = `${APP_ORIGIN}/index.html`;

/** One file that the window may load. */
export interface AppFile {
  readonly path: string;
  readonly contentType: string;
}

/** Which files there are, by the path of their address: `/assets/index-Bq1.js`. */
export type AppFiles = ReadonlyMap<string, AppFile>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Lists what may be served, once: ordinary files of known kinds below `root`. A link leads out of the folder, so
 * links are left out, and no address is ever turned into a path.
 */
export function listAppFiles(root: string): AppFiles {
  return new Map(filesBelow(root, ''));
}

/** The file that an address means; null for any other address, however it is written. */
export function appFileFor(files: AppFiles, address: string): AppFile | null {
  if (!isAppAddress(address)) return null;
  return files.get(new URL(address).pathname) ?? null;
}

/** Whether an address belongs to the window itself. */
export function isAppAddress(address: string): boolean {
  const url = parseUrl(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return `${url.protocol}//${url.host}` === APP_ORIGIN;
}

function filesBelow(folder: string, prefix: string): [string, AppFile][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, AppFile][] => {
    const path = join(folder, entry.name);
    const address = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path, address);
    const contentType = CONTENT_TYPES[extname(entry.name)];
    return entry.isFile() && contentType !== undefined ? [[address, { path, contentType }]] : [];
  });
}
