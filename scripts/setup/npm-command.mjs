import { run } from './run.mjs';

/**
 * Runs npm with the same npm that started us, if one did; output goes to stderr unless `options.output` says otherwise.
 * Takes and answers what `run` does.
 */
export function npm(args, options = {}) {
  // `npm run -s` hands its silence down; a failing install must still say why.
  const quiet = ['--loglevel=error', '--no-fund', '--no-audit', '--no-update-notifier'];
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js') === true) return run(process.execPath, [cli, ...args, ...quiet], options);
  if (process.platform === 'win32') return run('cmd.exe', ['/c', 'npm', ...args, ...quiet], options);
  return run('npm', [...args, ...quiet], options);
}
