import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where downloads are kept between runs and between checkouts: never inside the tree.
 * A relative XDG_CACHE_HOME is ignored, as the XDG base directory specification asks.
 */
export function cacheFolder(env = process.env, home = homedir()) {
  const given = env.XDG_CACHE_HOME;
  const base = given !== undefined && isAbsolute(given) ? given : join(home, '.cache');
  return join(base, 'quayside');
}
