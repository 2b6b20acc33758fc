import type { Filter } from '../../shared/filter.ts';
import type { Facts, TriageState, UpstreamStatus } from '../../shared/notification.ts';
import { toInstant } from '../../electron/engine/time/clock.ts';

/** One notification as the model keeps it. */
export interface ModelRow {
  readonly id: string;
  readonly account: string;
  readonly remoteId: string;
  readonly receivedAt: number;
  facts: Facts;
  searchText: string;
  state: TriageState;
  settled: boolean;
  upstream: UpstreamStatus | null;
}

/** The rows that the filter shows, newest first, found by looking at each. */
export const shownBy = (rows: readonly ModelRow[], filter: Filter): ModelRow[] =>
  rows.filter((row) => shows(row, filter)).sort((a, b) => Number(b.id) - Number(a.id));

function shows(row: ModelRow, filter: Filter): boolean {
  const { facts } = row;
  const received = toInstant(row.receivedAt);
  return (
    (filter.states?.includes(row.state) ?? true) &&
    (filter.upstream === undefined || (row.upstream !== null && filter.upstream.includes(row.upstream))) &&
    (filter.attention?.includes(facts.attention) ?? true) &&
    (filter.needsAction === undefined || needsAction(row)) &&
    (filter.types?.includes(facts.type) ?? true) &&
    (filter.accounts?.includes(row.account) ?? true) &&
    (filter.sources?.includes('hmrc-cds') ?? true) &&
    (filter.references === undefined ||
      referencesOf(facts).some((value) => filter.references?.includes(value))) &&
    (filter.since === undefined || received >= filter.since) &&
    (filter.until === undefined || received < filter.until) &&
    (filter.search === undefined || matches(row, filter.search))
  );
}

/** What must be acted on, is new, and is not settled. */
export const needsAction = ({ state, settled, facts }: ModelRow): boolean =>
  state === 'new' && facts.attention === 'act' && !settled;

const referencesOf = (facts: Facts): string[] => [
  ...facts.references.map(({ value }) => value),
  ...[facts.mrn, facts.lrn].filter((value) => value !== null),
];

/** Every word of two letters or more begins a word, or is the middle of an MRN or LRN. */
function matches({ facts, searchText }: ModelRow, search: string): boolean {
  const words = search
    .split(/\s+/)
    .filter((word) => word.length >= 2 && tokens(word).length + word.length > 2);
  const texts = [
    ...referencesOf(facts),
    ...[
      facts.type,
      facts.title,
      facts.meaning,
      facts.trader,
      facts.messageId,
      facts.conversationId,
      searchText,
    ],
  ].filter((text) => text !== null);
  return words
    .filter((word) => tokens(word).length > 0 || word.length >= 3)
    .every((word) => texts.some((text) => begins(tokens(text), tokens(word))) || isInside(facts, word));
}

const isInside = (facts: Facts, word: string): boolean =>
  word.length >= 3 &&
  [facts.mrn, facts.lrn].some((value) => value?.toLowerCase().includes(word.toLowerCase()) ?? false);

/** Letters and digits in lower case, their accents taken off. */
const tokens = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function begins(text: readonly string[], word: readonly string[]): boolean {
  const last = word.at(-1);
  if (last === undefined) return false;
  return text.some((_, start) =>
    word.every((token, offset) => {
      const candidate = text[start + offset];
      const isBeginning = offset === word.length - 1 && last.length >= 2;
      return isBeginning ? candidate?.startsWith(token) === true : candidate === token;
    }),
  );
}
