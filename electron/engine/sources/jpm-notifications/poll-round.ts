import type { JpmAccount, SignedInAccount } from '../../../../shared/accounts/account.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { UpstreamStatus } from '../../../../shared/notification.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import type { AccountNotice, PollContext, PollOutcome } from '../source.ts';
import { openCursor, type JpmCursor } from './cursor.ts';
import { addDays, dayOf, startOf, type Day } from './day.ts';
import { createFilterCheck } from './filter-check.ts';
import type { JpmApi } from './jpm-api.ts';
import { whoOf } from './jpm-limits.ts';
import { jpmNotices } from './notices.ts';
import { asKept } from './notification-row.ts';
import { asVersions } from './versions.ts';
import { inTurn, planSweep, presentDays } from './plan.ts';
import { createSearcher, type Searcher } from './search.ts';
import { endAbsence, putLast, settleDay } from './settle-day.ts';
import { createSubscriptionWatch } from './subscription-watch.ts';
import { createTruncationCheck } from './truncation-check.ts';
import { walkDay, type WalkedDay } from './walk-day.ts';

export interface JpmRounds {
  poll(context: PollContext): Promise<PollOutcome>;
  /** The delivery status under which a notification was seen last; null where it was not in this session. */
  statusOf(remoteId: string): UpstreamStatus | null;
}

/**
 * A round walks days for as long as its 10 s last, three calls each. Rounds take turns: the present days, then a few
 * of the older ones that are owed, so that news wait for no backlog; one of these that fails waits behind the others,
 * so that neither do they. A sweep of the present days is complete when each of their calls was answered; that it is, is
 * written with its last messages.
 */
export function createJpmRounds(account: SignedInAccount<JpmAccount>, api: JpmApi): JpmRounds {
  const subscriptions = createSubscriptionWatch(api);
  const check = createFilterCheck();
  const truncation = createTruncationCheck();
  /** By id and content. */
  const seen = new Map<string, { readonly remoteId: string; readonly upstream: UpstreamStatus | null }>();
  let opened: { cursor: JpmCursor; readonly searcher: Searcher } | null = null;
  let written: JpmCursor | null = null;
  let sweep: Sweep | null = null;
  let turn: Sweep['of'] = 'present';

  function open(context: PollContext) {
    if (opened !== null) return opened;
    const cursor = openCursor(context.cursor, whoOf(account));
    opened = { cursor, searcher: createSearcher(api, account.filterStyle ?? null, cursor.style) };
    return opened;
  }

  async function nextSweep(context: PollContext): Promise<Sweep> {
    const state = open(context);
    const now = Math.round(api.serverNow(context.clock));
    const isRecent = state.cursor.sweptAt !== null && !isStale(state.cursor.sweptAt, now);
    if (turn === 'owed' && isRecent && state.cursor.owed.length > 0) {
      const left = inTurn(state.cursor).slice(0, DAYS_A_TURN);
      return { of: 'owed', beganAt: now, left, isPlanned: true };
    }
    return { of: 'present', beganAt: now, left: presentDays(now), isPlanned: false };
  }

  /** Once the server has answered, and so said what time it is: what our own clock makes of an absence may be wrong. */
  async function plan(context: PollContext, { beganAt }: Sweep): Promise<void> {
    const state = open(context);
    const { cursor, lost } = planSweep(state.cursor, beganAt, context.retentionDays);
    if (lost !== null) await context.gap(lost.from, lost.to, tooLong(context.retentionDays));
    // An absence that was told of is not to be told of again.
    if (lost !== null) await write(context, [], cursor);
    state.cursor = cursor;
  }

  /** One day of the sweep, kept with what follows from it; null where the server's clock says that it is about other days. */
  async function step(
    context: PollContext,
    current: Sweep,
    day: Day,
    first: boolean,
  ): Promise<Result<Sweep | null, Failure>> {
    const state = open(context);
    const asked = await walkDay(context, state.searcher, day, first ? 'list' : 'message');
    const isNow = current.of === 'present' && day <= dayOf(current.beganAt);
    const walked = isNow ? asked : refusedDay(day, asked);
    if (!walked.ok) return walked;
    if (isStale(current.beganAt, api.serverNow(context.clock))) return ok(null);
    if (!current.isPlanned) await plan(context, current);
    const left = current.left.slice(1);
    const isComplete = current.of === 'present' && left.length === 0;
    const settled = {
      ...settleDay(state.cursor, walked.value, context.clock.now()),
      style:
        account.filterStyle === undefined && state.searcher.style() !== 'both'
          ? state.searcher.style()
          : null,
      sweptAt: isComplete ? current.beganAt : state.cursor.sweptAt,
    };
    const { cursor, lost } =
      isComplete || current.of === 'owed' ? endAbsence(settled) : { cursor: settled, lost: null };
    if (lost !== null) await context.gap(lost.from, lost.to, goneBefore(lost.before));
    await keepNew(context, walked.value, cursor);
    state.cursor = cursor;
    check.walked(walked.value);
    if (truncation.walked(walked.value)) {
      await context.gap(startOf(day), startOf(addDays(day, 1)), CUT_OFF);
    }
    if (isComplete) check.sweepEnded(dayOf(current.beganAt));
    return ok({ ...current, left, isPlanned: true });
  }

  /** An id that comes again with another content is kept beside the first; of the same content its delivery status follows. */
  async function keepNew(context: PollContext, { found }: WalkedDay, cursor: JpmCursor): Promise<void> {
    const news = [...found].filter(
      ([key, { upstream }]) => !seen.has(key) || (upstream !== null && seen.get(key)?.upstream !== upstream),
    );
    const rows = news.map(([, row]) => asKept(row, (received) => context.protect(received)));
    const kept = await asVersions(context, rows);
    if (kept.length > 0 || isWorthWriting(written, cursor)) await write(context, kept, cursor);
    // What was seen only saves writing it again.
    if (seen.size > MOST_SEEN) seen.clear();
    for (const [index, [key, { upstream }]] of news.entries()) {
      const before = seen.get(key)?.upstream ?? null;
      seen.set(key, { remoteId: kept[index]?.remoteId ?? '', upstream: upstream ?? before });
    }
  }

  async function write(context: PollContext, rows: Parameters<PollContext['keep']>[0], cursor: JpmCursor) {
    await context.keep(rows, cursor);
    written = cursor;
  }

  async function walk(context: PollContext): Promise<Result<null, Failure>> {
    for (let until: number | null = null; until === null || context.clock.uptime() < until;) {
      const begun = sweep !== null && isStale(sweep.beganAt, api.serverNow(context.clock)) ? null : sweep;
      const current: Sweep = begun ?? (await nextSweep(context));
      const [day] = current.left;
      if (day === undefined) return ok(null);
      const stepped = await step(context, current, day, until === null);
      if (!stepped.ok) {
        if (current.of === 'owed' && !context.signal.aborted) await postpone(context, day);
        // Begun anew: by then the days may be others. A day of old that fails must not hold up the present.
        sweep = null;
        turn = 'present';
        return stepped;
      }
      until ??= context.clock.uptime() + REST_OF_ROUND_MS;
      sweep = stepped.value !== null && stepped.value.left.length > 0 ? stepped.value : null;
      if (stepped.value === null) continue;
      if (sweep !== null) continue;
      turn = current.of === 'present' ? 'owed' : 'present';
      if (current.of === 'owed' || open(context).cursor.owed.length === 0) return ok(null);
    }
    return ok(null);
  }

  /** Written, because a run that is over soon would ask for the same days first each time. */
  async function postpone(context: PollContext, day: Day): Promise<void> {
    const state = open(context);
    state.cursor = putLast(state.cursor, day);
    await write(context, [], state.cursor);
  }

  function notices(context: PollContext): readonly AccountNotice[] {
    const { style } = open(context).cursor;
    return jpmNotices({
      isNothingSubscribed: subscriptions.isNothingSubscribed(),
      ignored: check.ignored(),
      cutOffDays: truncation.days(),
      learntStyle: style === 'both' ? null : style,
      clockOffset: api.clockOffset(),
    });
  }

  return {
    statusOf: (remoteId) => [...seen.values()].find((one) => one.remoteId === remoteId)?.upstream ?? null,
    poll: async (context) => {
      const walked = await walk(context);
      if (!walked.ok) return walked;
      await subscriptions.look(context);
      const more = sweep !== null || open(context).cursor.owed.length > 0;
      const told = notices(context);
      return ok({ more, backlog: more, ...(told.length > 0 && { notices: told }) });
    },
  };
}

/** A day of long ago, or tomorrow, may be refused where today is answered: then there is nothing to be had of it. */
function refusedDay(day: Day, asked: Result<WalkedDay, Failure>): Result<WalkedDay, Failure> {
  if (asked.ok || asked.failure.status !== 400) return asked;
  return ok({
    day,
    found: new Map(),
    counts: [],
    hasDelivered: false,
    isStatusIgnored: false,
    isRefused: true,
  });
}

interface Sweep {
  readonly of: 'present' | 'owed';
  /** Epoch milliseconds. */
  readonly beganAt: number;
  readonly left: readonly Day[];
  /** Whether it is settled which older days are owed besides. */
  readonly isPlanned: boolean;
}

/** After a sleep the present has moved on. A clock that was set back says as little. */
const isStale = (at: number, now: number): boolean => Math.abs(now - at) > STALE_MS;
const STALE_MS = 600_000;

/** Three calls a day, a second each: as many as a round has room for. */
const DAYS_A_TURN = 3;

/** Counted from the end of the first day: a day that begins later would not be over when the next round is due. */
const REST_OF_ROUND_MS = 4_500;

const MOST_SEEN = 100_000;

/** Often enough to tell days, seldom enough not to write at each round. */
const SWEPT_AT_STEP_MS = 3_600_000;

function isWorthWriting(written: JpmCursor | null, cursor: JpmCursor): boolean {
  if (written === null) return true;
  const { sweptAt: before, ...rest } = written;
  const { sweptAt: after, ...now } = cursor;
  if (JSON.stringify(rest) !== JSON.stringify(now)) return true;
  return (
    after !== before && (before === null || after === null || Math.abs(after - before) >= SWEPT_AT_STEP_MS)
  );
}

const tooLong = (days: number | null): string =>
  days === null
    ? 'Quayside was away for longer than it reads back.'
    : `Quayside was away for more than ${days} days, and J.P. Morgan is set to keep notifications for ${days} days.`;

const CUT_OFF =
  'J.P. Morgan seems to cut its list of this day off: there may be more notifications than it gave, and it has no call for the rest.';

const goneBefore = (day: Day): string =>
  `J.P. Morgan no longer tells of anything before ${day}: what came while Quayside was away until then may be missing.`;
