import { join } from 'node:path';
import { installDependencies } from './setup/dependencies.mjs';
import { endWith } from './setup/end-with.mjs';
import { ROOT } from './setup/root-folder.mjs';
import { run } from './setup/run.mjs';

/** The slowest first, so that the others fit beside it. */
const CHECKS = [
  { name: 'eslint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  { name: 'tsc', program: 'typescript/bin/tsc', args: ['-p', '.'] },
  { name: 'prettier', program: 'prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'knip', program: 'knip/bin/knip.js', args: [] },
];
const AT_ONCE = 2;

/** `npm run check`: every static check, whatever the others say; fails if one of them does. */
await endWith(async () => {
  await installDependencies();
  const waiting = [...CHECKS];
  const failed = [];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await passes(check))) failed.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(failed.length === 0 ? 'All checks pass.\n' : `Failed: ${failed.join(', ')}\n`);
  return failed.length === 0 ? 0 : 1;
});

async function passes({ name, program, args }) {
  const start = Date.now();
  const { code, output } = await run(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    output: 'capture',
    timeoutMs: 15 * 60_000,
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const body = code === 0 || output.trim() === '' ? '' : `${output.trimEnd()}\n`;
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n${body}`);
  return code === 0;
}
