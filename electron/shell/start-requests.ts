import { writeFile } from 'node:fs/promises';
import type { CommandLine } from './command-line.ts';
import type { EngineState } from './engine-link.ts';
import type { MainWindow } from './main-window.ts';
import type { ShellClock } from './shell-clock.ts';

export interface StartRequestsOptions {
  readonly clock: ShellClock;
  readonly window: MainWindow;
  /** Resolves when the engine runs or has refused. */
  readonly engineDecided: Promise<EngineState>;
  readonly quit: (code: number) => void;
  readonly say: (line: string) => void;
}

const SMOKE_WITHIN_MS = 30_000;

/** Does what was asked for on the command line: a picture, a quick proof that it starts, an end after a while. */
export function serveStartRequests(commandLine: CommandLine, options: StartRequestsOptions): void {
  if (commandLine.screenshot !== null) void takePicture(commandLine.screenshot, options);
  if (commandLine.smoke) void smoke(options);
  if (commandLine.seconds !== null) {
    void options.clock.sleep(commandLine.seconds * 1_000).then(() => options.quit(0));
  }
}

async function takePicture(
  { file, afterSeconds }: NonNullable<CommandLine['screenshot']>,
  { clock, window, say }: StartRequestsOptions,
): Promise<void> {
  await window.loaded;
  await clock.sleep(afterSeconds * 1_000);
  try {
    const picture = await window.page()?.capturePage();
    if (picture === undefined) throw new Error('there is no window');
    await writeFile(file, picture.toPNG());
    say(`The picture is in ${file}.`);
  } catch (error) {
    say(`The picture could not be written: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

async function smoke(options: StartRequestsOptions): Promise<void> {
  const started = Promise.all([options.window.loaded, options.engineDecided]);
  const late = options.clock.sleep(SMOKE_WITHIN_MS).then(() => null);
  const outcome = await Promise.race([started, late]);
  if (outcome === null) {
    options.say('Quayside did not start within 30 s.');
    options.quit(1);
    return;
  }
  const [, { engine, refusal }] = outcome;
  const isWell = engine === 'running';
  options.say(
    isWell
      ? 'Quayside starts: the window is loaded and the engine is ready.'
      : `The engine refused to start: ${refusal?.reason ?? engine}.`,
  );
  options.quit(isWell ? 0 : 2);
}
