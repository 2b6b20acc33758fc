import { blankFacts } from '../../../../shared/blank-facts.ts';
import type { Facts, NotificationRow } from '../../../../shared/notification.ts';
import { factsSum, isSameSum } from './checksum.ts';
import { unpack } from './pack.ts';

/** A row of facts as it lies in the file; `body` is null where there is none, `sum` where it has not got one yet. */
export interface StoredFacts {
  readonly seq: number;
  readonly body: Uint8Array | null;
  readonly sum: Uint8Array | null;
}

/**
 * Facts as they were stored, with what older decoders did not know of as unknown; null where they are damaged, which
 * shows in their checksum or their form.
 */
export function wholeFacts({ seq, body, sum }: StoredFacts): Facts | null {
  if (!(body instanceof Uint8Array) || (sum !== null && !isSameSum(sum, factsSum(seq, body)))) return null;
  const json = unpack(body, MOST_FACTS);
  if (json === null) return null;
  try {
    return { ...blankFacts, ...(JSON.parse(new TextDecoder().decode(json)) as Facts) };
  } catch {
    return null;
  }
}

/** Facts of one notification, at most; a bound for what a damaged file could claim. */
const MOST_FACTS = 64 * 1024 * 1024;

/**
 * What stands for facts that are damaged: what its row says, which is kept apart from them, so that it stays in its
 * place in list and thread, and no word more.
 */
export const damagedFacts = (row: NotificationRow): Facts => ({
  ...blankFacts,
  kind: row.kind,
  type: row.type,
  functionCode: row.functionCode,
  statusCode: row.statusCode,
  title: `${row.title} (what was read from it is damaged)`,
  meaning:
    'What Quayside had read from this message is damaged on disk. Its type and references are shown as its row in the list has them; errors, amounts and deadlines are not known.',
  nextStep:
    'Open the payload, which is kept apart and may be whole, or look for the message at its source before you rely on it. ' +
    'Then keep a copy of the data directory and have the disk checked.',
  attention: row.attention,
  outcome: row.outcome,
  mrn: row.mrn,
  lrn: row.lrn,
  issuedAt: row.issuedAt,
  problems: [`what was read from it is damaged: "quayside check" names it as facts ${row.id}`],
});

/** A row that says what its facts say, which have a checksum: of the two, a flipped bit was in the row. */
export const rowAsFacts = (row: NotificationRow, facts: Facts): NotificationRow => ({
  ...row,
  kind: facts.kind,
  type: facts.type,
  functionCode: facts.functionCode,
  statusCode: facts.statusCode,
  title: facts.title,
  attention: facts.attention,
  outcome: facts.outcome,
  mrn: facts.mrn,
  lrn: facts.lrn,
});
