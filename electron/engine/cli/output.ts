import type { Writable } from 'node:stream';
import { harmless, harmlessLine, jsonLine } from '../../../shared/harmless-text.ts';

/** Where a command writes: data for programs on stdout, words for people on stderr. */
export interface Output {
  /** One JSON object on a line of its own, to every reader of lines; resolves when the reader keeps up, at once when it has gone. */
  line(value: object): Promise<void>;
  /** As it is, and nothing else. */
  raw(content: string | Uint8Array): Promise<void>;
  /** A sentence for a person, on a line of its own. */
  say(sentence: string): void;
  /** Words for a person, on lines of their own. */
  words(text: string): void;
  /** Resolves when everything has left this process, or cannot. */
  flush(): Promise<void>;
}

/** Why stdout takes no more: nobody reads it, or what it was sent to failed (a full disk). */
export type OutputEnd = 'reader-gone' | 'unwritable';

export function createOutput(
  stdout: Writable,
  stderr: Writable,
  onEnd: (end: OutputEnd, error: Error) => void,
): Output {
  let ended = false;
  stdout.on('error', (error: Error) => {
    if (ended) return;
    ended = true;
    onEnd(isBrokenPipe(error) ? 'reader-gone' : 'unwritable', error);
  });
  // Without words for people the work itself still counts.
  stderr.on('error', () => undefined);

  // Many may wait at once, and all of them for the same.
  let room: Promise<void> | null = null;
  async function raw(content: string | Uint8Array): Promise<void> {
    if (ended || stdout.write(content)) return;
    room ??= roomIn(stdout).finally(() => {
      room = null;
    });
    await room;
  }

  return {
    raw,
    line: (value) => raw(jsonLine(value)),
    say: (sentence) => void stderr.write(`quayside: ${harmlessLine(sentence)}\n`),
    words: (text) => void stderr.write(harmless(text)),
    flush: async () => {
      await Promise.all([emptied(stdout), emptied(stderr)]);
    },
  };
}

/** Windows says EOF where others say EPIPE. */
const isBrokenPipe = (error: Error): boolean =>
  'code' in error && ['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED'].includes(String(error.code));

function roomIn(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ROOM_OR_END) stream.off(event, done);
      resolve();
    };
    for (const event of ROOM_OR_END) stream.on(event, done);
    if (stream.destroyed) done();
  });
}

const ROOM_OR_END = ['drain', 'close', 'error'] as const;

const emptied = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed) resolve();
    else stream.write('', () => resolve());
  });
