import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_TARGETS } from './build-targets.mjs';

/** The licence texts of all that is bundled into the app, shipped beside it. */
export const LICENCES_FILE = 'dist/THIRD-PARTY-LICENCES.txt';

/** What a bundler's own helpers in a bundle are made of, by how their ids begin. */
const HELPERS = { '\0rolldown/': 'rolldown', '\0vite/': 'vite' };

/**
 * Notes the licences of the packages that a target was really bundled from, by its chunks, and writes the file anew.
 *
 * @returns {readonly string[]} packages whose licence text cannot be found: they may not be shipped
 */
export function noteLicences(root, target, chunks) {
  const folders = bundledFolders(root, chunks);
  const entries = folders.map((folder) => licenceOf(folder));
  const folder = join(root, 'dist/licences');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${target}.json`), `${JSON.stringify(entries, null, 2)}\n`);
  writeFileSync(join(root, LICENCES_FILE), licencesText(readNoted(folder)));
  return entries.filter(({ text }) => text === null).map(({ name }) => name);
}

/** The folders of the packages whose modules are in the chunks, sorted. */
export function bundledFolders(root, chunks) {
  const ids = chunks.flatMap((chunk) => chunk.moduleIds ?? []);
  const folders = ids.flatMap((id) => {
    const helper = Object.keys(HELPERS).find((start) => id.startsWith(start));
    if (helper !== undefined) return [join(root, 'node_modules', HELPERS[helper])];
    const found = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id);
    return found === null ? [] : [found[1]];
  });
  return [...new Set(folders)].sort();
}

/** @returns {{ name: string, version: string, licence: string, text: string | null }} */
export function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = typeof license === 'string' ? license : (license?.type ?? 'unknown');
  const files = readdirSync(folder).filter((file) =>
    /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file),
  );
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const holder = typeof author === 'string' ? author : (author?.name ?? null);
  return {
    name,
    version,
    licence,
    text: texts.length > 0 ? texts.join('\n\n') : standardText(licence, holder),
  };
}

/** A package that names a licence of a few lines and its author, and forgot the file. */
function standardText(licence, holder) {
  const terms = STANDARD_TERMS[licence];
  return holder === null || terms === undefined ? null : [`Copyright (c) ${holder}`, ...terms].join('\n\n');
}

const MIT = [
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:',
  'The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.',
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
];
const ISC = [
  'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.',
  'THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.',
];
const STANDARD_TERMS = { MIT, 'MIT/X11': MIT, ISC };

/** What each shipped target noted, one entry a package and version. */
function readNoted(folder) {
  const noted = SHIPPED_TARGETS.map((target) => join(folder, `${target}.json`))
    .filter((file) => existsSync(file))
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
  const byName = new Map(noted.map((entry) => [`${entry.name} ${entry.version}`, entry]));
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

const licencesText = (entries) =>
  [
    'Quayside is made with the packages below. Electron and Chromium have files of their own beside this one.',
    ...entries.map(
      ({ name, version, licence, text }) => `${'='.repeat(78)}\n${name} ${version} (${licence})\n\n${text}`,
    ),
  ].join('\n\n') + '\n';
