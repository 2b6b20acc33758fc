import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { AuthorisedCall } from '../hmrc/authorised-call.ts';
import type { PollContext, PollOutcome, SourceContext } from '../source.ts';
import { openCursor } from './cursor.ts';
import { readIdList } from './id-list.ts';
import { createReader } from './reader.ts';
import type { QueueName } from './read-message.ts';
import { createReconciliation } from './reconciliation.ts';
import { createWantedMessages, type WantedMessages } from './wanted.ts';

/**
 * One list call a round, then the messages it named, until the next slot is near. A round lists what is
 * unread or, in turns with that, what counts as read and is compared with what is held here.
 */
export function createPollRound(call: AuthorisedCall): (context: PollContext) => Promise<PollOutcome> {
  const reconciliation = createReconciliation();
  let wanted: WantedMessages | null = null;
  let listedAt: number | null = null;
  let untold: readonly string[] = [];

  return async (context) => {
    const { clock } = context;
    if (wanted === null) {
      const cursor = openCursor(context.cursor);
      wanted = createWantedMessages(cursor);
      listedAt = cursor.listedAt;
    }
    const open = wanted;
    const queue = reconciliation.nextList(clock.uptime());
    const listed = await listIds(context, call, queue);
    reconciliation.listed(queue, clock.uptime(), listed.ok);
    if (!listed.ok) return listed;
    const { ids, now } = listed.value;

    const until = clock.uptime() + READING_TIME_MS;
    await reportAbsence(context, listedAt, now);
    const unknown = ids.filter((id) => !open.isKnown(id, clock.now()));
    const missing = unknown.length === 0 ? [] : await context.missing(unknown);
    if (queue === 'unpulled') open.listed(missing, clock.now());
    else open.missed(missing, clock.now());

    const cursor = () => ({ listedAt, ...open.kept() });
    if (listedAt === null || now - listedAt >= LISTED_AT_STEP_MS || now < listedAt) {
      listedAt = now;
      await context.keep([], cursor());
    }
    const onGone = (id: string) => (untold = [...untold, id]);
    const stopped = await createReader({ context, call, wanted: open, cursor, onGone }).readUntil(until);
    if (stopped !== null) return failed(stopped);
    const gone = untold.length === 0 ? {} : { gone: untold };
    untold = [];
    const isLeft = open.due(clock.now()).length > 0;
    const backlog = isLeft || isCutShort(ids.length);
    if (backlog) return ok({ more: true, backlog, ...gone });
    const more = reconciliation.isDue(clock.uptime());
    const unread = open.kept().unfinished.length;
    return ok(more || unread === 0 ? { more, ...gone } : { more, unread, ...gone });
  };
}

export interface Listed {
  readonly ids: readonly string[];
  /** When, by the server's clock, epoch milliseconds: ours may be set wrong for a while. Ours where it does not say. */
  readonly now: number;
}

/** The ids in a queue. A list may be cut short without saying so. */
export async function listIds(
  context: SourceContext,
  call: AuthorisedCall,
  queue: QueueName,
): Promise<Result<Listed, Failure>> {
  const answer = await call(context, { kind: 'list', method: 'GET', path: `/notifications/${queue}` });
  if (!answer.ok) return answer;
  const ids = readIdList(answer.value.body);
  const date = Date.parse(answer.value.headers['date'] ?? '');
  if (ids.ok) return ok({ ids: ids.value, now: Number.isNaN(date) ? context.clock.now() : date });
  const detail = `not a list of messages: ${ids.failure}`;
  return failed(failure('unexpected-answer', { status: answer.value.status, detail }));
}

/** Reading ends in time for the next list call, so that news are seen within ten seconds whatever the backlog. */
const READING_TIME_MS = 8_000;

/** Often enough to tell days, seldom enough not to write at each round. */
const LISTED_AT_STEP_MS = 3_600_000;

/** HMRC documents 60,000 as the length at which a list is cut; its code has 1,000. */
const isCutShort = (length: number): boolean => length === 1000 || length === 60_000;

/** Messages are deleted upstream while nobody looks: says so where it may have happened. */
async function reportAbsence(context: PollContext, listedAt: number | null, now: number): Promise<void> {
  const { retentionDays } = context;
  if (retentionDays === null || listedAt === null) return;
  const oldest = now - retentionDays * 86_400_000;
  if (listedAt < oldest) await context.gap(listedAt, oldest, absent(retentionDays));
}

const absent = (days: number): string =>
  `The queue was not read for more than ${days} days, and HMRC keeps a message for ${days} days.`;
