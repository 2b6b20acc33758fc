import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SetupFailure } from './setup-failure.mjs';

const USAGE = 'npm run demo -- [--seconds N] [--screenshot FILE.png]';
/** How long before the end the picture is taken, so that it is on disk when the window closes. */
const PICTURE_LEAD_SECONDS = 3;
/** When the picture is taken if the demo has no end. */
const PICTURE_AFTER_SECONDS = 20;

/**
 * @param {readonly string[]} args
 * @param {string} folder what a relative FILE is relative to
 * @returns {{ seconds: number | null, screenshot: string | null, screenshotAfter: number | null }} times in seconds
 *   from the app's start
 * @throws {SetupFailure} naming the argument that is wrong
 */
export function readDemoOptions(args, folder) {
  const { seconds, screenshot } = parse(args);
  const length = seconds === undefined ? null : Number(seconds);
  if (length !== null && !(Number.isFinite(length) && length >= 1)) {
    throw new SetupFailure(`--seconds takes a number from 1 up, not ${seconds}. ${USAGE}`, 2);
  }
  if (screenshot === undefined) return { seconds: length, screenshot: null, screenshotAfter: null };
  if (screenshot === '') throw new SetupFailure(`--screenshot needs a file name. ${USAGE}`, 2);
  return {
    seconds: length,
    screenshot: resolve(folder, screenshot),
    screenshotAfter: length === null ? PICTURE_AFTER_SECONDS : beforeTheEnd(length),
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: { seconds: { type: 'string' }, screenshot: { type: 'string' } } })
      .values;
  } catch (error) {
    throw new SetupFailure(`${error.message} ${USAGE}`, 2);
  }
}

function beforeTheEnd(seconds) {
  return Number(Math.max(seconds - PICTURE_LEAD_SECONDS, seconds / 2).toFixed(3));
}
