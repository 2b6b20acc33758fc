import { CommanderError } from 'commander';
import type { CommandHost } from './command-host.ts';
import type { ExitStatus } from './exit-status.ts';
import { createProgram } from './program.ts';

/** Runs one command line (without the program's own name) to its exit status. Rejects where there is a bug. */
export async function runCommand(
  host: CommandHost,
  version: string,
  words: readonly string[],
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = createProgram(host, version, (given) => (status = given));
  try {
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    // Help that was printed because no command was given needs no more words.
    if (error.code !== 'commander.help') host.output.say(usageSentence(error, words));
    return 2;
  }
}

function usageSentence({ message }: CommanderError, words: readonly string[]): string {
  const sentence = message.replace(/^error: /, '').replaceAll('\n', ' ');
  const command = COMMANDS.find((name) => name === words[0]);
  const help = ['quayside', ...(command === undefined ? [] : [command]), '--help'].join(' ');
  return `${sentence.replace(/[.\s]*$/, '')}. See: ${help}`;
}

const COMMANDS = ['decode', 'collect', 'list', 'show', 'acknowledge', 'export', 'check'];
