import { blankFacts } from '../../../shared/blank-facts.ts';
import { gistOf } from '../../../shared/gist.ts';
import { callingIds } from '../../../electron/engine/inbox/threads/calling.ts';
import { storyOf } from '../../../electron/engine/inbox/threads/story.ts';
import { keyFactOf } from '../../../shared/key-fact.ts';
import { threadView } from '../../../electron/engine/inbox/threads/thread-view.ts';
import type { NotificationDetail, NotificationRow } from '../../../shared/notification.ts';
import type { Thread, ThreadSummary } from '../../../shared/thread.ts';
import type { Life, LifeMessage } from './lives.ts';

/** The messages of whole declarations as rows above `after`, in the order of their arrival. */
export interface LifeShelf {
  readonly count: number;
  row(number: number): NotificationRow | null;
  /** Row numbers of its declaration, oldest first. */
  membersOf(number: number): readonly number[];
  detail(number: number, current: (number: number) => NotificationRow): NotificationDetail | null;
  thread(number: number, current: (number: number) => NotificationRow): Thread | null;
  payload(number: number): string | null;
}

export function createLifeShelf(lives: readonly Life[], after: number): LifeShelf {
  const placed = lives
    .flatMap((life) => life.messages.map((message) => ({ life, message })))
    .sort((one, other) => one.message.receivedAt - other.message.receivedAt);
  const at = (number: number) => placed[number - after - 1];
  const arrived = placed.map(({ message }, index) => rowOf(message, after + index + 1));
  const membersOf = (number: number): readonly number[] =>
    placed.flatMap(({ life }, index) => (life === at(number)?.life ? [after + index + 1] : []));

  const calling = new Set(
    lives.flatMap((life) => [
      ...callingIds(
        storyOf(
          placed.flatMap(({ life: its, message: { facts } }, index) =>
            its === life ? [{ row: arrived[index]!, facts, remoteId: null }] : [],
          ),
        ),
      ),
    ]),
  );
  const rows = arrived.map((row) => ({ ...row, settled: row.attention === 'act' && !calling.has(row.id) }));

  function detail(number: number, current: (number: number) => NotificationRow): NotificationDetail | null {
    const found = at(number);
    if (found === undefined) return null;
    const { facts, payload, from } = found.message;
    const row = current(number);
    return {
      ...row,
      facts,
      history: [{ at: row.receivedAt, event: 'received', by: null, detail: null }],
      remoteId: `9d41${String(number).padStart(8, '0')}`,
      contentType: from?.contentType ?? 'application/xml',
      payloadBytes: new TextEncoder().encode(payload).byteLength,
    };
  }

  return {
    count: placed.length,
    row: (number) => rows[number - after - 1] ?? null,
    membersOf,
    detail,
    thread: (number, current) => {
      const found = at(number);
      if (found === undefined) return null;
      const members = membersOf(number).map((member) => detail(member, current)!);
      return { ...viewOf(members), quiet: [...found.life.quiet] };
    },
    payload: (number) => at(number)?.message.payload ?? null,
  };
}

/** The thread of a message that stands alone. */
export const singleThread = (detail: NotificationDetail): Thread => viewOf([detail]);

export function summaryOf({ status, mrn, lrn, trade, entries, quiet }: Thread): ThreadSummary {
  const fresh = entries.filter(({ state }) => state === 'new').length;
  const decides = entries.find(({ id }) => id === status?.actionId) ?? entries[0];
  return {
    ...{ status, mrn, lrn, trade, quiet },
    keyFact: decides === undefined ? null : keyFactOf({ ...blankFacts, ...decides }),
    attention: status?.attention ?? entries[0]?.attention ?? 'info',
    state: fresh > 0 ? 'new' : 'acknowledged',
    members: entries.flatMap(({ ids }) => ids),
    fresh,
  };
}

const viewOf = (members: readonly NotificationDetail[]): Thread => ({
  quiet: [],
  ...threadView(members.map((row) => ({ row, facts: row.facts, remoteId: row.remoteId }))),
});

function rowOf({ facts, receivedAt, acknowledged, from }: LifeMessage, number: number): NotificationRow {
  const { kind, type, functionCode, statusCode, title, attention, outcome, mrn, lrn, issuedAt } = facts;
  return {
    ...{ kind, type, functionCode, statusCode, title, attention, outcome, mrn, lrn, issuedAt },
    ...gistOf(facts),
    id: String(number),
    account: from?.account ?? 'cds',
    source: from?.source ?? 'hmrc-cds',
    receivedAt: new Date(receivedAt).toISOString(),
    state: acknowledged ? 'acknowledged' : 'new',
    settled: false,
    upstream: from?.upstream ?? null,
    leavesAt: null,
    acknowledgeFailure: null,
  };
}
