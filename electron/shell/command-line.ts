import { failed, ok, type Result } from '../../shared/result.ts';

/** What a person may ask for at start. */
export interface CommandLine {
  /** Accounts from a file instead of the settings; they cannot be edited in the window. */
  readonly accounts: string | null;
  readonly data: string | null;
  /** The accounts are simulated ones. */
  readonly demo: boolean;
  /** Start without showing the window. */
  readonly hidden: boolean;
  /** Quit with 0 once the window is loaded and the engine is ready; with 1 after 30 s, with 2 where the archive is refused. */
  readonly smoke: boolean;
  readonly screenshot: { readonly file: string; readonly afterSeconds: number } | null;
  /** Quit after so many seconds. */
  readonly seconds: number | null;
}

export const USAGE =
  'Usage: quayside [--accounts FILE] [--data DIR] [--hidden] [--demo] [--smoke] [--seconds N] [--screenshot FILE [--screenshot-after N]]';

/**
 * Reads our own flags out of untrusted arguments, as `--flag value` or `--flag=value`. Flags that are not ours
 * belong to Chromium and are passed over, as are plain words (the app's own folder in development). Fails with one
 * sentence for stderr.
 */
export function parseCommandLine(args: readonly string[]): Result<CommandLine, string> {
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const flag = readFlag(args[index] ?? '');
    if (flag === null) continue;
    const { name, value } = flag;
    if (given.has(name)) return failed(`--${name} is given twice.`);
    if (SWITCHES.has(name)) {
      if (value !== null) return failed(`--${name} takes no value.`);
      given.set(name, '');
      continue;
    }
    const next = value ?? args[(index += 1)];
    if (next === undefined || next === '' || (value === null && next.startsWith('--'))) {
      return failed(`--${name} needs a value.`);
    }
    if (next.includes('\0')) return failed(`--${name} has a value that cannot be used.`);
    given.set(name, next);
  }
  return assemble(given);
}

const SWITCHES: ReadonlySet<string> = new Set(['demo', 'hidden', 'smoke']);
const VALUES: ReadonlySet<string> = new Set([
  'accounts',
  'data',
  'screenshot',
  'screenshot-after',
  'seconds',
]);

function readFlag(arg: string): { readonly name: string; readonly value: string | null } | null {
  const [, name, value] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(arg) ?? [];
  if (name === undefined || !(SWITCHES.has(name) || VALUES.has(name))) return null;
  return { name, value: value ?? null };
}

function assemble(given: ReadonlyMap<string, string>): Result<CommandLine, string> {
  const seconds = readSeconds('seconds', given.get('seconds'));
  if (!seconds.ok) return seconds;
  const after = readSeconds('screenshot-after', given.get('screenshot-after'));
  if (!after.ok) return after;
  const file = given.get('screenshot');
  if (file === undefined && after.value !== null)
    return failed('--screenshot-after needs --screenshot FILE.');
  return ok({
    accounts: given.get('accounts') ?? null,
    data: given.get('data') ?? null,
    demo: given.has('demo'),
    hidden: given.has('hidden'),
    smoke: given.has('smoke'),
    screenshot: file === undefined ? null : { file, afterSeconds: after.value ?? 2 },
    seconds: seconds.value,
  });
}

const LONGEST_SECONDS = 7 * 24 * 3600;

function readSeconds(name: string, text: string | undefined): Result<number | null, string> {
  if (text === undefined) return ok(null);
  const value = /^\d{1,7}(\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(value) || value > LONGEST_SECONDS) {
    return failed(`--${name} takes a number of seconds from 0 to ${LONGEST_SECONDS}.`);
  }
  return ok(value);
}
