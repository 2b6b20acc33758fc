import { randomBytes } from 'node:crypto';
import type { SourceName } from '../../../../shared/accounts/source-name.ts';
import type { Facts } from '../../../../shared/notification.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { CARD_KEY_BYTES, createCardTokens } from '../../cards/card-tokens.ts';
import { protectCards, type TokenOf } from '../../cards/protect-cards.ts';
import { decodedLine } from '../../export/notification-line.ts';
import { aborted } from '../aborted.ts';
import type { CommandHost } from '../command-host.ts';
import type { ExitStatus } from '../exit-status.ts';
import { LARGEST_FILE_BYTES, readChunks, readInputFile, type FileContent } from '../input-file.ts';
import { payloadsIn } from '../payloads-in-file.ts';
import { sourceOfFile } from '../source-of-file.ts';
import { tooLargeFacts, unknownFormFacts } from '../unread-file-facts.ts';

export interface DecodeRequest {
  /** Paths; `-` is stdin. */
  readonly files: readonly string[];
  /** Null: told by the bytes of each file. */
  readonly source: SourceName | null;
}

/**
 * One line a notification, whatever the file holds: what cannot be read is a line as well, with its problem.
 * A file that cannot be opened fails, and the others go on.
 */
export async function decode(host: CommandHost, request: DecodeRequest): Promise<ExitStatus> {
  let unopened = 0;
  const stopped = aborted(host.stop).then(() => null);
  // For this run alone: the same card is the same through all its files, and nobody can tell it from another run's.
  const tokenOf = createCardTokens(randomBytes(CARD_KEY_BYTES));
  for (const file of request.files) {
    // A person at a keyboard may never end what they type.
    const content = await Promise.race([contentOf(host, file), stopped]);
    if (content === null) return stoppedEarly(host);
    if (content.ok) {
      const source = request.source ?? sourceOf(content.value);
      await printNotifications(host, file, source, factsIn(host, source, content.value, tokenOf));
    } else {
      unopened += 1;
      host.output.say(content.failure);
    }
    if (host.stop.aborted) return stoppedEarly(host);
  }
  return unopened === 0 ? 0 : 1;
}

function stoppedEarly(host: CommandHost): ExitStatus {
  if (!host.outputHasEnded()) host.output.say('Stopped before the end: not every file was decoded.');
  return 1;
}

async function contentOf(host: CommandHost, file: string): Promise<Result<FileContent, string>> {
  return file === '-' ? ok(await readChunks(host.stdin)) : readInputFile(file);
}

const sourceOf = (content: FileContent): SourceName | null =>
  'bytes' in content ? sourceOfFile(content.bytes) : null;

async function printNotifications(
  host: CommandHost,
  file: string,
  source: SourceName | null,
  notifications: readonly Facts[],
): Promise<void> {
  for (const facts of notifications) {
    if (host.stop.aborted) return;
    await host.output.line(decodedLine(file, source, facts));
  }
}

function factsIn(
  host: CommandHost,
  source: SourceName | null,
  content: FileContent,
  tokenOf: TokenOf,
): readonly Facts[] {
  if ('tooLarge' in content) return [tooLargeFacts(LARGEST_FILE_BYTES)];
  if (source === null) return [unknownFormFacts(content.bytes)];
  const { decoder, cards } = host.sourceNamed(source);
  return payloadsIn(content.bytes, source).flatMap(({ payload, ...about }) => {
    const kept = cards === 'may-hold' ? protectCards(payload, tokenOf) : payload;
    return decoder.decode(kept, about).map(({ facts }) => facts);
  });
}
