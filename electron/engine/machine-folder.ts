import { accessSync, chmodSync, constants, lstatSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { neighbourFolder } from './store/neighbours.ts';

/** Where the copies of all people on this machine tell each other of their calls, and which of the folders there is ours. */
export interface MachineFolder {
  readonly folder: string;
  /** The number under which this person goes there. */
  readonly id: number;
  /** Ours, for nobody else to write to. */
  readonly own: string;
}

/**
 * The first folder in which it is safe to do so; null where there is none. `QUAYSIDE_MACHINE_FOLDER` names another one,
 * such as what several containers have mounted; empty, none is wanted.
 */
export function machineFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): MachineFolder | null {
  const id = personNumber();
  for (const folder of candidates(env, platform)) {
    if (!isSafe(folder, platform)) continue;
    const own = ownFolder(folder, id, platform);
    if (own !== null) return { folder, id, own };
  }
  return null;
}

function candidates(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): readonly string[] {
  const given = env['QUAYSIDE_MACHINE_FOLDER'];
  if (given !== undefined) return isAbsolute(given) ? [given] : [];
  if (platform === 'win32') return [env['ProgramData'] ?? 'C:\\ProgramData'];
  if (platform === 'darwin') return ['/Users/Shared'];
  // The first is an administrator's to make, with the mode 1777; the second outlives a restart and is always there.
  return ['/var/lib/quayside', '/var/tmp'];
}

/** Not a link, and no folder in which anybody could put something in the place of what is ours. */
function isSafe(folder: string, platform: NodeJS.Platform): boolean {
  try {
    const { mode, uid } = lstatSync(folder);
    if (!lstatSync(folder).isDirectory()) return false;
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (platform === 'win32') return true;
    const isOpen = (mode & OTHERS_MAY_WRITE) !== 0;
    return (uid === 0 || uid === process.getuid?.()) && (!isOpen || (mode & STICKY) !== 0);
  } catch {
    return false;
  }
}

const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;

/** Made where it is missing; null where it is somebody else's, a link, or open to others. */
function ownFolder(folder: string, id: number, platform: NodeJS.Platform): string | null {
  const own = neighbourFolder(folder, id);
  try {
    if (mkdirSync(own, { recursive: true, mode: 0o755 }) !== undefined) chmodSync(own, 0o755);
    const found = lstatSync(own);
    if (!found.isDirectory()) return null;
    const isOurs = platform === 'win32' || found.uid === process.getuid?.();
    return isOurs && (platform === 'win32' || (found.mode & OTHERS_MAY_WRITE) === 0) ? join(own) : null;
  } catch {
    return null;
  }
}

/** The system's own number for a person; where it has none, one made of the name. */
function personNumber(): number {
  const uid = process.getuid?.();
  if (uid !== undefined) return uid;
  return createHash('sha256').update(userInfo().username).digest().readUInt32BE(0);
}
