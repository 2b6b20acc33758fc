import { isDeepStrictEqual } from 'node:util';
import { cdsDecoder } from '../../electron/engine/decode/cds/cds-decoder.ts';
import { readWindows1252 } from '../../electron/engine/decode/xml/encodings.ts';
import { factsSchema, type Facts } from '../../shared/notification.ts';
import type { Mutated } from './mutations.ts';

export interface Tried {
  readonly ms: number;
  /** What is wrong with the answer; empty where nothing is. */
  readonly broken: readonly string[];
}

/** Longer than any input of a megabyte may take, on a machine that does other things as well. */
const MOST_MS = 3000;

/** Decodes one input and holds the answer against what must be true of any. */
export function tryOne(input: Mutated): Tried {
  const started = performance.now();
  let facts: readonly Facts[];
  try {
    facts = factsOf(input.bytes);
  } catch (error) {
    return { ms: performance.now() - started, broken: [`threw ${String(error)}`] };
  }
  const ms = performance.now() - started;
  const texts = textsOf(input.bytes);
  const broken = [
    ms > MOST_MS ? `took ${Math.round(ms)} ms` : null,
    facts.length === 0 ? 'gave nothing' : null,
    ...facts.map(problemOf),
    ...facts.map((each) => inventedIn(each, texts)),
    owed(input, facts),
  ];
  return { ms, broken: broken.filter((each) => each !== null) };
}

const factsOf = (bytes: Uint8Array): readonly Facts[] =>
  cdsDecoder.decode(bytes, { envelope: {} }).map((part) => part.facts);

function problemOf(facts: Facts): string | null {
  const parsed = factsSchema.safeParse(JSON.parse(JSON.stringify(facts)));
  if (!parsed.success) return `facts outside of their schema: ${parsed.error.message.slice(0, 200)}`;
  if (!isDeepStrictEqual(parsed.data, facts)) return 'facts that JSON does not give back';
  return facts.kind === 'unrecognised' && facts.problems.length === 0
    ? 'unrecognised without a problem'
    : null;
}

/** The bytes read in each way that the decoder may have read them. */
const textsOf = (bytes: Uint8Array): readonly string[] => {
  const buffer = Buffer.from(bytes);
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2));
  return [
    buffer.toString('utf8'),
    readWindows1252(buffer),
    buffer.toString('utf16le'),
    Buffer.from(even).swap16().toString('utf16le'),
    new TextDecoder('shift_jis').decode(buffer),
  ];
};

/** References, comments and CDATA sections can put a value together that does not stand there in one piece. */
const COMPOSED = /&|<!|<\?/;

/** XML reads every end of line as a line feed. */
const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

function inventedIn({ mrn, lrn, messageId }: Facts, texts: readonly string[]): string | null {
  const invented = [mrn, lrn, messageId].find(
    (value) =>
      value !== null &&
      !texts.some((text) => withLineFeeds(text).includes(value) || COMPOSED.test(text.slice(1))),
  );
  return invented === undefined || invented === null ? null : `a value that is not in the bytes: ${invented}`;
}

function owed({ owes, from }: Mutated, facts: readonly Facts[]): string | null {
  if (owes === 'nothing') return null;
  const originals = from.flatMap(factsOf);
  if (owes === 'same') return isDeepStrictEqual(facts, originals) ? null : 'other facts than before';
  const wrong = facts.find((each) => !originals.some((original) => isPartOf(each, original)));
  return wrong === undefined
    ? null
    : `a fact that the whole message does not have: ${JSON.stringify(wrong).slice(0, 400)}`;
}

/** Whether what is said is said by the whole message as well. */
export function isPartOf(part: Facts, whole: Facts): boolean {
  if (part.kind !== 'unrecognised')
    return isDeepStrictEqual({ ...part, problems: [] }, { ...whole, problems: [] });
  const simple = SIMPLE.every((key) => part[key] === null || part[key] === whole[key]);
  return (
    simple &&
    (part.type === 'unknown' || part.type === whole.type) &&
    part.references.every((each) => whole.references.some((other) => isDeepStrictEqual(each, other))) &&
    part.errors.every(({ code, pointer }, index) => {
      const other = whole.errors[index];
      return other?.code === code && other.pointer === pointer;
    }) &&
    [part.payments, part.amendments, part.details].every((list) => list.length === 0)
  );
}

const SIMPLE = [
  'functionCode',
  'statusCode',
  'mrn',
  'lrn',
  'version',
  'messageId',
  'issuedAt',
  'deadline',
] as const;
