import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/store-temporary.ts';
import { machineFolder } from './machine-folder.ts';

const uid = process.getuid?.() ?? 0;
const inFolder = (folder: string) => machineFolder({ QUAYSIDE_MACHINE_FOLDER: folder }, 'linux');

function openFolder(mode: number): string {
  const folder = join(temporaryFolder(), 'machine');
  mkdirSync(folder);
  chmodSync(folder, mode);
  return folder;
}

it('is a folder of our own in one that nobody can put anything else into', () => {
  const folder = openFolder(0o1777);
  const found = { folder, id: uid, own: join(folder, `quayside-${uid}`) };
  expect([inFolder(folder), inFolder(folder)]).toEqual([found, found]);
});

it.each([
  ['a folder in which anybody may replace what is ours', () => openFolder(0o777)],
  [
    'a link',
    () => {
      const link = join(temporaryFolder(), 'link');
      symlinkSync(openFolder(0o1777), link);
      return link;
    },
  ],
  [
    'a link in the place of our own folder',
    () => {
      const folder = openFolder(0o1777);
      symlinkSync(temporaryFolder(), join(folder, `quayside-${uid}`));
      return folder;
    },
  ],
  [
    'a file in the place of our own folder',
    () => {
      const folder = openFolder(0o1777);
      writeFileSync(join(folder, `quayside-${uid}`), '');
      return folder;
    },
  ],
  [
    'a folder of our own that others may write to',
    () => {
      const folder = openFolder(0o1777);
      mkdirSync(join(folder, `quayside-${uid}`));
      chmodSync(join(folder, `quayside-${uid}`), 0o777);
      return folder;
    },
  ],
  ['no absolute path', () => 'machine'],
  ['nothing, by wish', () => ''],
  ['a folder that is not there', () => join(temporaryFolder(), 'none')],
])('is none where there is %s', (_, make) => {
  expect(inFolder(make())).toBe(null);
});
