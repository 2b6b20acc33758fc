import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where one person's copies of Quayside on this machine share their limiter, whatever data directory each uses:
 * HMRC counts calls by client id and knows nothing of our folders.
 */
export function stateDirectory(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const home = homedir();
  if (platform === 'win32') {
    return join(absolute(env['LOCALAPPDATA']) ?? join(home, 'AppData', 'Local'), 'Quayside', 'State');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Quayside', 'State');
  return join(absolute(env['XDG_STATE_HOME']) ?? join(home, '.local', 'state'), 'quayside');
}

/** An empty or relative setting would give each working folder a limiter of its own. */
const absolute = (folder: string | undefined): string | null =>
  folder !== undefined && isAbsolute(folder) ? folder : null;
