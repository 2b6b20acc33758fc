import { cdsDecoder } from '../../electron/engine/decode/cds/cds-decoder.ts';
import { filesBelow } from '../support/files-below.ts';
import { parseBarely } from './baselines.ts';
import { percentile, perSecond, rounded, timed } from './measure.ts';
import { benchMessage } from './messages.ts';

export interface DecodeFigures {
  readonly messages: number;
  readonly meanBytes: number;
  readonly decode: Speed;
  /** fast-xml-parser's own parse of the same bytes in the same run, with nothing read from its tree. */
  readonly bareParse: Speed;
  /** Of the two speeds; above 1 the decoder is faster than the bare parse. */
  readonly ratio: number;
}

interface Speed {
  readonly messagesPerSecond: number;
  readonly megabytesPerSecond: number;
}

/** How fast bytes become facts: messages of our own, and those below `corpus` where it is given. */
export async function benchDecode(
  corpus: string | null,
  say: (text: string) => void,
): Promise<Readonly<Record<string, DecodeFigures>>> {
  say('decoding messages of our own');
  const own = await decodeFigures(Array.from({ length: 400 }, (_, index) => benchMessage(index)));
  if (corpus === null) return { own };
  say(`decoding what is in ${corpus}`);
  const files = await filesBelow(corpus, '.xml');
  if (files.length === 0) throw new Error(`no .xml files in ${corpus}`);
  return { own, corpus: await decodeFigures(files.map(({ bytes }) => bytes)) };
}

const ROUNDS = 30;
const WARM_UP_ROUNDS = 5;

/** The two take turns, so that whatever else the machine does falls on both; medians of the rounds. */
async function decodeFigures(messages: readonly Uint8Array[]): Promise<DecodeFigures> {
  const decoding: number[] = [];
  const parsing: number[] = [];
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    const decode = await timed(() => decodeAll(messages));
    const parse = await timed(() => parseBarely(messages));
    if (round < 0) continue;
    decoding.push(decode);
    parsing.push(parse);
  }
  const bytes = messages.reduce((sum, message) => sum + message.length, 0);
  const speed = (times: readonly number[]): Speed => {
    const median = medianOf(times);
    return {
      messagesPerSecond: perSecond(messages.length, median),
      megabytesPerSecond: rounded(bytes / 1_000_000 / (median / 1000)),
    };
  };
  return {
    messages: messages.length,
    meanBytes: Math.round(bytes / messages.length),
    decode: speed(decoding),
    bareParse: speed(parsing),
    ratio: rounded(medianOf(parsing) / medianOf(decoding)),
  };
}

function decodeAll(messages: readonly Uint8Array[]): void {
  for (const message of messages) cdsDecoder.decode(message, { envelope: {} });
}

const medianOf = (times: readonly number[]): number =>
  percentile(
    [...times].sort((a, b) => a - b),
    0.5,
  );
