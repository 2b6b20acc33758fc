import type { Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { toInstant } from '../../time/clock.ts';
import type { AccountNotice, PollContext, PollOutcome } from '../source.ts';
import { readNotificationsPage, type NotificationsPage } from './notifications-page.ts';
import { distinctMessages, rowsOf, type PageRow } from './page-rows.ts';
import { advance } from './reading-progress.ts';
import { isOutside, planReading, type Plan, type Present } from './reading-plan.ts';
import { openReading, type Lane, type Reading } from './reading.ts';
import type { SignedCall } from './signed-call.ts';
import { createStatusWatch } from './status-watch.ts';
import { stepWindow, type PageSeen, type Step } from './window.ts';

export interface PollRoundOptions {
  /** Which address and consumer key is read. */
  readonly who: string;
  readonly call: SignedCall;
  /** Done before each list; its failure ends the round. */
  readonly before: (context: PollContext) => Promise<Failure | null>;
  /** The server's time, epoch milliseconds, never ahead of it. */
  readonly serverNow: () => number;
  readonly notices: () => readonly AccountNotice[];
}

/**
 * One page a round: the next one of what is new or, in turns with it, of all that is kept. What came is durable
 * together with how far we have read, so that a crash at any point reads a page twice and loses none.
 */
export function createPollRound(options: PollRoundOptions): (context: PollContext) => Promise<PollOutcome> {
  const statuses = createStatusWatch();
  let failedLane: Lane | null = null;
  let trustsTotal = true;
  let waiting = 0;

  return async (context) => {
    const days = context.retentionDays ?? RETENTION_DAYS;
    const present = (): Present => ({ now: options.serverNow(), retentionMs: days * DAY_MS });
    const refused = await options.before(context);
    if (refused !== null) return failed(refused);

    const stored = openReading(context.cursor, options.who);
    const plan = planReading(stored, present(), failedLane);
    const page = await readPage(options.call, context, plan);
    failedLane = page.ok ? null : plan.lane;
    if (!page.ok) return failed(mended(page.failure, plan, present()));

    const rows = rowsOf(page.value.elements, (received) => context.protect(received));
    const step = stepWindow(plan.window, seen(rows, page.value), trustsTotal);
    if (step.is === 'walked') trustsTotal = step.totalHolds;
    const next = advance(plan, step, present());
    await reportGaps(context, plan, step, days);
    const fresh = await keep(context, rows, stored, next);
    const rest = trustsTotal ? left(step, rows, page.value) : 0;
    if (plan.lane === 'news') waiting = next.news === null ? 0 : Math.max(0, rest, waiting - fresh);
    context.waiting(waiting);
    const more = next.news !== null || next.sweep !== null;
    return ok({ more, backlog: more, notices: options.notices() });
  };

  /** How many of the rows were new here. */
  async function keep(
    context: PollContext,
    rows: readonly PageRow[],
    stored: Reading,
    next: Reading,
  ): Promise<number> {
    const messages = distinctMessages(rows);
    const missing = new Set(await context.missing(messages.map(({ remoteId }) => remoteId)));
    const fresh = messages.filter(({ remoteId }) => missing.has(remoteId));
    if (fresh.length > 0 || context.cursor === null || isNews(stored, next)) await context.keep(fresh, next);
    const changed = statuses.changes(messages);
    const ofHeld = new Map([...changed].filter(([remoteId]) => !missing.has(remoteId)));
    if (ofHeld.size > 0) await context.setUpstream(ofHeld);
    return fresh.length;
  }
}

/** Mastercard: seven days from creation, which it may change with notice. */
const RETENTION_DAYS = 7;
const DAY_MS = 86_400_000;

/** Mastercard lists 200 by itself and names no maximum; a bank that relays this service takes up to 100. */
const PAGE_SIZE = 100;

async function readPage(
  call: SignedCall,
  context: PollContext,
  { window }: Plan,
): Promise<Result<NotificationsPage, Failure>> {
  const query = {
    start: toInstant(window.start),
    end: toInstant(window.end),
    offset: String(window.offset),
    limit: String(PAGE_SIZE),
  };
  const answer = await call(context, { kind: 'list', path: '/notifications', query });
  return answer.ok ? readNotificationsPage(answer.value) : answer;
}

/** A server whose clock was moved has refused a window that was right before: the next one will be. */
function mended(failure: Failure, { window }: Plan, present: Present): Failure {
  const isClocks = failure.reason === 'request-refused' && isOutside(window, present);
  return isClocks ? { ...failure, reason: 'unexpected-answer' } : failure;
}

const seen = (rows: readonly PageRow[], { total }: NotificationsPage): PageSeen => ({
  length: rows.length,
  total,
  first: rows[0]?.mark ?? null,
  last: rows.at(-1)?.mark ?? null,
});

async function reportGaps(context: PollContext, plan: Plan, step: Step, days: number): Promise<void> {
  if (plan.lost !== null) {
    await context.gap(
      plan.lost.from,
      plan.lost.to,
      `Mastercard keeps notifications for ${days} days, and this account was not read for longer. ${REPORTS}`,
    );
  }
  if (step.is === 'stuck') {
    const why = `The list of this time kept changing while it was read. ${REPORTS}`;
    await context.gap(plan.window.start, plan.window.end, why);
  }
}

const REPORTS = 'What happened then is in Mastercard’s authorization and clearing reports.';

/** Where only the high-water mark has moved, and not far, reading a little twice costs less than a write each round. */
function isNews(stored: Reading, next: Reading): boolean {
  const { highWater, settledAt } = stored;
  if (JSON.stringify({ ...next, highWater, settledAt }) !== JSON.stringify(stored)) return true;
  return Math.abs((next.highWater ?? 0) - (highWater ?? 0)) >= KEPT_EVERY_MS;
}

const KEPT_EVERY_MS = 300_000;

/** How many rows the server has told of and not listed yet. */
function left(step: Step, rows: readonly PageRow[], { total }: NotificationsPage): number {
  if (total === null || step.is === 'walked' || step.is === 'stuck') return 0;
  return total - (step.is === 'narrowed' ? rows.length : step.window.offset);
}
