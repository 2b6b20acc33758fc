import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok } from '../../../../shared/result.ts';
import type { HttpResponse } from '../../http/http.ts';
import type { Clock } from '../../time/clock.ts';
import type { AuthorisedCall } from '../hmrc/authorised-call.ts';
import { readErrorBody } from '../hmrc/error-body.ts';
import type { PollContext, PollOutcome, Received } from '../source.ts';
import { listPath } from './box-calls.ts';
import { createPageSizes } from './page-sizes.ts';
import { readPage } from './read-page.ts';
import { laneOf, planSweep, walkOf, type Lane } from './reading-plan.ts';
import { learn, leaveTie } from './reading-progress.ts';
import { openReading, type Reading } from './reading.ts';
import { pageQuery } from './walk.ts';

/**
 * One list call a round: the next page of what is new or, in turns with it, of a sweep. Everything is kept
 * together with how far we have read, so that a crash at any point reads a page twice and loses none.
 */
export function createPollRound(
  boxId: string,
  call: AuthorisedCall,
): (context: PollContext) => Promise<PollOutcome> {
  const sizes = createPageSizes();
  let skewMs = 0;
  let failedLane: Lane | null = null;
  let tieFailures = 0;

  return async (context) => {
    const stored = openReading(context.cursor, boxId);
    const reading = planSweep(stored, serverNow(context.clock));
    // A sweep that fails must not keep news waiting.
    const lane = failedLane === 'sweep' ? 'fresh' : laneOf(reading);
    const count = sizes.of(lane);
    const query = pageQuery(walkOf(reading, lane), count);
    const path = listPath(boxId, query);

    const answer = await call(context, { kind: 'list', method: 'GET', path });
    if (!answer.ok) return fail(answer.failure, context, reading, lane);
    const serverDate = dateOf(answer.value);
    if (serverDate !== null) skewMs = serverDate - context.clock.now();
    const read = await readPage(context, answer.value.body);
    if (read === null) return fail(notAList(answer.value), context, reading, lane);
    const page = { ...read.seen, count: query.count, readFrom: query.from ?? 0, serverDate };
    failedLane = null;
    tieFailures = 0;
    if (page.length > 0 && page.newest === null) {
      await context.keep(read.rest);
      return failed(
        failure('unexpected-answer', { status: 200, detail: 'no message of the list has a date' }),
      );
    }

    const now = serverNow(context.clock);
    await reportAbsence(context, reading, now);
    const { reading: next, gap } = learn(reading, lane, page, now);
    if (gap !== null) await context.gap(gap.from, gap.to, CROWDED);
    const movedOn = JSON.stringify(walkOf(next, lane)) !== JSON.stringify(walkOf(reading, lane));
    sizes.came(lane, { isFull: page.length >= count, movedOn });
    await keep(context, read.rest, stored, next);
    const more = next.fresh !== null || next.sweep !== null;
    return ok({ more, backlog: more });
  };

  function serverNow(clock: Clock): number {
    return Math.max(0, Math.round(clock.now() + skewMs));
  }

  async function fail(
    why: Failure,
    context: PollContext,
    reading: Reading,
    lane: Lane,
  ): Promise<PollOutcome> {
    failedLane = lane;
    const isInTie = walkOf(reading, lane).tie !== null;
    tieFailures = sizes.failed(lane, why) && isInTie ? tieFailures + 1 : 0;
    if (tieFailures < TRIES_IN_A_TIE) return failed(why);
    tieFailures = 0;
    const { reading: next, gap } = leaveTie(reading, lane);
    if (gap !== null) await context.gap(gap.from, gap.to, CROWDED);
    await context.keep([], next);
    return failed(why);
  }
}

/** How often a crowded millisecond may fail before it is left behind, with a gap reported. */
const TRIES_IN_A_TIE = 5;

const CROWDED = 'More messages share this millisecond than HMRC lists in one call.';

/** Messages are deleted upstream while nobody looks: says so where it may have happened. */
async function reportAbsence(context: PollContext, reading: Reading, now: number): Promise<void> {
  const { retentionDays } = context;
  const { listedAt, fresh, sweep } = reading;
  if (retentionDays === null || listedAt === null) return;
  const oldest = now - retentionDays * 86_400_000;
  if (listedAt >= oldest) return;
  // What was being read then was not read to its end.
  const unread = [fresh?.from, sweep?.until === null ? sweep.walk.from : null];
  const from = Math.min(listedAt, ...unread.map((instant) => instant ?? listedAt));
  await context.gap(from, oldest, absent(retentionDays));
}

const absent = (days: number): string =>
  `The box was not read for more than ${days} days, and HMRC keeps a message for ${days} days.`;

async function keep(
  context: PollContext,
  received: readonly Received[],
  stored: Reading,
  next: Reading,
): Promise<void> {
  const isNews = context.cursor === null || JSON.stringify(stored) !== JSON.stringify(next);
  if (isNews) await context.keep(received, next);
  else if (received.length > 0) await context.keep(received);
}

function dateOf({ headers }: HttpResponse): number | null {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? null : date;
}

function notAList({ status, body }: HttpResponse): Failure {
  const { form, code } = readErrorBody(body);
  return failure('unexpected-answer', {
    status,
    code,
    detail: `HTTP ${status} ${form} in place of a list of messages`,
  });
}
