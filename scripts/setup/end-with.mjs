import { say } from './say.mjs';
import { SetupFailure } from './setup-failure.mjs';

const PARENT_CHECK_MS = 250;

/** Runs a script's body and ends the process with the exit code it answers; an expected failure is said in one line. */
export async function endWith(body) {
  if (process.env.npm_lifecycle_event !== undefined) endWithParent();
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
}

/**
 * npm hands a signal only to the shell that it runs a script in, and the shell dies of it without a word to us: take
 * its end for the SIGTERM that was meant for us.
 */
function endWithParent() {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS);
  check.unref();
}
