import { ROOT } from './root-folder.mjs';

/**
 * The folder in which the person typed the command: npm runs every script in the checkout's root and says in
 * INIT_CWD where it was called. Relative file names are meant from there.
 *
 * @param {string} script the npm script's name; INIT_CWD counts only if npm started just that one
 */
export function invocationFolder(script, env = process.env, cwd = process.cwd()) {
  const startedByNpm = env.npm_lifecycle_event === script && cwd === ROOT;
  return (startedByNpm ? env.INIT_CWD : undefined) ?? cwd;
}
