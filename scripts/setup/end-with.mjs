import { say } from './say.mjs';
import { SetupFailure } from './setup-failure.mjs';

/** Runs a script's body and ends the process with the exit code it answers; an expected failure is said in one line. */
export async function endWith(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
}
