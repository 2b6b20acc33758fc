import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundledFolders, LICENCES_FILE, licenceOf, noteLicences } from './licences.mjs';
import { ROOT } from './root-folder.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quayside-licences-'));
  give('one', { version: '1.0.0', license: 'MIT' }, { LICENSE: 'Text of one' });
  give(
    '@scope/two',
    { version: '2.0.0', license: 'Apache-2.0' },
    { 'LICENSE.md': 'Text of two', NOTICE: 'Notice' },
  );
  give('three', { version: '3.0.0', license: 'ISC', author: 'A. Person <a@example.org>' }, {});
  give('bare', { version: '4.0.0', license: 'MIT' }, {});
});
afterEach(() => rmSync(root, { recursive: true }));

function give(name, about, files) {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, ...about }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

const chunk = (...ids) => ({ moduleIds: ids.map((id) => join(root, id)) });

it('the file names every package of every shipped target once, with its text', () => {
  const ours = 'electron/main.ts';
  noteLicences(root, 'main', [chunk(ours, 'node_modules/one/a.js', 'node_modules/one/b.js')]);
  noteLicences(root, 'renderer', [chunk('node_modules/one/a.js'), chunk('node_modules/@scope/two/x/y.js')]);
  noteLicences(root, 'demo', [chunk('node_modules/three/a.js')]);
  const text = readFileSync(join(root, LICENCES_FILE), 'utf8');
  expect(text.match(/^\S+ \S+ \(.*\)$/gm)).toEqual(['@scope/two 2.0.0 (Apache-2.0)', 'one 1.0.0 (MIT)']);
  expect(['Text of one', 'Text of two', 'Notice'].filter((part) => !text.includes(part))).toEqual([]);
});

it('a package without a licence text is named, and may not be shipped', () => {
  expect(noteLicences(root, 'main', [chunk('node_modules/bare/a.js', 'node_modules/three/a.js')])).toEqual([
    'bare',
  ]);
});

it('a package inside another is one of its own, and so is what the bundler adds', () => {
  const ids = [join(root, 'node_modules/one/node_modules/three/a.js'), '\0rolldown/runtime.js', '\0other'];
  expect(bundledFolders(root, [{ moduleIds: ids }, { type: 'asset' }])).toEqual([
    join(root, 'node_modules/one/node_modules/three'),
    join(root, 'node_modules/rolldown'),
  ]);
});

it.each([
  'react',
  'react-dom',
  'saxes',
  'zod',
  'node-forge',
  'kysely',
  'commander',
  'nub',
  'rolldown',
  'vite',
])('%s, which is bundled, has its text here', (name) =>
  expect(licenceOf(join(ROOT, 'node_modules', name)).text).toMatch(/\S/),
);
