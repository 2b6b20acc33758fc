import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.mjs';

/** The Electron major from which a runtime knows the fuse; the others are older than any that we run on. */
const FUSE_SINCE = { grantFileProtocolExtraPrivileges: 29 };

/**
 * electron-builder's hook between copying the app and setting the fuses. A runtime for development brings a starter
 * of its own, which has no place beside the app; and one that is older than a fuse cannot have it set.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  for (const name of ['default_app.asar', 'default_app.sha256'])
    rmSync(join(resources, name), { force: true });

  const { electronVersion, electronFuses } = packager.config;
  const major = Number.parseInt(electronVersion, 10);
  for (const [fuse, since] of Object.entries(FUSE_SINCE)) {
    if (major >= since || electronFuses?.[fuse] === undefined) continue;
    delete electronFuses[fuse];
    say(
      `Electron ${electronVersion} does not know the fuse ${fuse}: this build is without it, do not ship it.`,
    );
  }
}
