import type { SignedInAccount } from '../../shared/accounts/account.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import type { RetentionDays } from '../../shared/retention.ts';
import type { AccountStatus } from '../../shared/status.ts';
import type { CardTokens } from './card-tokens-in.ts';
import { createOutbox, type Outbox } from './inbox/outbox.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { certificateEnd, certificateNotices } from './key-notices.ts';
import { createNoticeTeller } from './notice-teller.ts';
import { createPollContext } from './poll-context.ts';
import { createPollTally, type PollTally, type RoundProgress } from './poll-tally.ts';
import { backoffMs } from './polling/backoff.ts';
import { mayRetry, pausedHealth, type Health } from './polling/health.ts';
import { watchAnswers } from './polling/answer-watch.ts';
import type { LimitedCall } from './polling/limited-call.ts';
import type { Limiter } from './polling/limiter.ts';
import { contained, createPoller, type Poller } from './polling/poller.ts';
import { protectionFor } from './protection.ts';
import { createRefresher, type Refresher } from './refresher.ts';
import { createSourceContext, type MadeCall } from './source-call.ts';
import type { Sources } from './sources/registry.ts';
import type { AccountNotice, PollOutcome, Session } from './sources/source.ts';
import type { InboxStore } from './store/store.ts';
import { toInstant, type Clock } from './time/clock.ts';

export interface RunnerOptions {
  readonly account: SignedInAccount;
  readonly sources: Sources;
  readonly store: InboxStore;
  readonly limiter: Limiter;
  readonly call: LimitedCall;
  readonly clock: Clock;
  readonly random: () => number;
  readonly journal: Journal;
  readonly cardTokens: CardTokens;
  readonly isCardKeyLost?: boolean;
  readonly retentionDays: () => RetentionDays;
  /** What a person should know of every account. */
  readonly standingNotices?: readonly AccountNotice[];
  /** Something was kept: read it. */
  readonly onKept: (account: SignedInAccount) => Promise<void>;
  /** A round goes on for long: called again and again until it ends. Never rejects. */
  readonly onLongRound: (account: SignedInAccount) => Promise<void>;
  /**
   * A round that began at `startedAt`, epoch milliseconds, ended, well or not, and got so far. Returns what it comes to
   * once that is written down.
   */
  readonly onRound: (
    account: SignedInAccount,
    outcome: PollOutcome,
    startedAt: number,
    progress: RoundProgress,
  ) => Promise<PollOutcome>;
  readonly onStatus: () => void;
}

/** Everything that goes on for one account: its polling, its acknowledgements, and how both are doing. */
export interface AccountRunner {
  readonly account: SignedInAccount;
  readonly poller: Poller;
  /** Null where the source keeps no acknowledgement of ours. */
  readonly outbox: Outbox | null;
  /** Null where the source has no call for one message. */
  readonly refresher: Refresher | null;
  start(): void;
  /** All but the gaps, which outlive a runner. */
  status(): Promise<Omit<AccountStatus, 'gaps'>>;
  stop(): Promise<void>;
}

export function createAccountRunner(options: RunnerOptions): AccountRunner {
  const { account, store, limiter, clock } = options;
  const source = options.sources[account.source];
  const session = source.open(account);
  const since = clock.now();
  let waiting = 0;
  let proxy: string | null | undefined;
  let unread = 0;
  let notices: readonly AccountNotice[] = [];
  let certificate: string | null | undefined;
  const answers = watchAnswers(clock, options.onStatus);
  const tellNotices = createNoticeTeller(account.id, options.journal);

  const context = (signal: AbortSignal, onCall: (call: MadeCall) => void = () => undefined) =>
    createSourceContext({
      ...{ source, account, call: options.call, clock, signal, onCall, onSent: answers.sent },
      mayCall: () => store.mustBeInPlace(),
    });

  async function round(signal: AbortSignal): Promise<PollOutcome> {
    const startedAt = clock.now();
    const tally = createPollTally(account.id, options.journal);
    const ended = new AbortController();
    const watching = whileItLasts(ended.signal);
    const outcome = await contained((ending) => poll(ending, tally), signal);
    ended.abort();
    await watching;
    tally.close();
    tellUnread(outcome.ok ? (outcome.value.unread ?? 0) : unread);
    if (outcome.ok) {
      tellGone(outcome.value.gone ?? []);
      notices = outcome.value.notices ?? [];
    }
    tellNotices(noticesNow());
    return options.onRound(account, outcome, startedAt, tally.progress());
  }

  async function whileItLasts(ended: AbortSignal): Promise<void> {
    for (;;) {
      await clock.sleep(LONG_ROUND_MS, ended);
      if (ended.aborted) return;
      await options.onLongRound(account);
    }
  }

  async function poll(signal: AbortSignal, tally: PollTally): Promise<PollOutcome> {
    const called = (call: MadeCall) => {
      if (call.status !== null) proxy = call.proxy;
      tally.called(call);
      if (call.kind === 'list' && call.status === 200) poller.listed();
    };
    const protect = await protectionFor(source, options.cardTokens);
    if (!protect.ok) return protect;
    const pollContext = await createPollContext({
      ...options,
      protect: protect.value,
      // As of each round: a person may change it.
      retentionDays: options.retentionDays()[account.source],
      source: context(signal, called),
      tally,
      waiting: (count) => (waiting = count),
      onKept: () => options.onKept(account),
    });
    return session.poll(pollContext);
  }

  /** Read once: opening a key file takes a while. */
  function certificateOf(): string | null {
    if (certificate === undefined) certificate = certificateEnd(account);
    return certificate;
  }

  /** Those of the certificate change as time goes by. */
  function noticesNow(): AccountNotice[] {
    const lostKey = options.isCardKeyLost === true && source.cards === 'may-hold' ? [LOST_CARD_KEY] : [];
    const ofCertificate = certificateNotices(certificateOf(), clock.now());
    return [...lostKey, ...ofCertificate, ...notices, ...(options.standingNotices ?? [])];
  }

  /** Once for each new count: what cannot be had may stay so for days. */
  function tellUnread(count: number): void {
    if (count > unread) {
      const detail = `${count} listed message(s) could not be fetched yet`;
      options.journal(problemEntry(account.id, failure('unexpected-answer', { detail }), null));
    }
    unread = count;
  }

  function tellGone(remoteIds: readonly string[]): void {
    for (const id of remoteIds) {
      const detail = `message ${id} was listed, and the source no longer holds it`;
      options.journal(problemEntry(account.id, failure('message-gone', { detail }), null));
    }
  }

  const poller = createPoller({
    account: account.name,
    clock,
    limiter,
    round,
    random: options.random,
    rules: source.limits(account, 'list'),
    checkedAt: null,
    onHealth: createHealthWatch(account.id, options),
  });
  const outbox = outboxOf(session, context, options);
  const refresher = createRefresher({
    ...{ source, session, account, store, context, cardTokens: options.cardTokens },
    onKept: () => options.onKept(account),
  });

  return {
    account,
    poller,
    outbox,
    refresher,
    start: () => {
      tellNotices(noticesNow());
      if (account.paused === true) return;
      poller.start();
      outbox?.start();
    },
    status: async () => {
      const health = account.paused === true ? pausedHealth(since, null) : poller.health();
      return {
        ...described(health),
        ...overdue(answers.overdueSince()),
        id: account.id,
        name: account.name,
        source: account.source,
        ...(proxy === undefined ? {} : { proxy }),
        waiting,
        unsent: await store.outboxCount(account.id),
        acknowledgesUpstream: source.acknowledgesUpstream,
        refreshes: refresher !== null,
        notices: noticesNow(),
      };
    },
    stop: async () => {
      await Promise.all([poller.stop(), outbox?.stop(), refresher?.stop()]);
    },
  };
}

const LOST_CARD_KEY: AccountNotice = {
  title: 'The key of card tokens was lost, and a new one is used',
  nextStep:
    'The same card has another token from now on. To keep the old ones, quit Quayside, put the file card-key back from a copy of the data directory, and start again.',
};

/** A round that lasts longer is looked into each time that this much has gone by. */
const LONG_ROUND_MS = 60_000;

/** Tells the screen of every change, and the journal of each new failure once. */
function createHealthWatch(account: string, { journal, onStatus }: RunnerOptions) {
  let told: Failure | null = null;
  return (health: Health) => {
    onStatus();
    if (health.failure === told) return;
    told = health.failure;
    if (told === null) return;
    journal(problemEntry(account, told, health.until));
  };
}

/** A failure as the journal tells it: `until` when it is tried again, epoch milliseconds. */
export function problemEntry(
  account: string,
  { reason, detail }: Failure,
  until: number | null,
): JournalEntry {
  const { title, nextStep } = reasonTexts[reason];
  return {
    event: 'problem',
    account,
    reason,
    title,
    nextStep,
    until: until === null ? null : toInstant(until),
    detail,
  };
}

function outboxOf(
  session: Session,
  context: (signal: AbortSignal) => ReturnType<typeof createSourceContext>,
  { account, store, clock, random, journal, onStatus }: RunnerOptions,
): Outbox | null {
  const { acknowledge } = session;
  if (acknowledge === undefined) return null;
  return createOutbox({
    account: account.id,
    store,
    clock,
    batch: acknowledge.batch,
    send: async (remoteIds, signal) => {
      const outcome = await acknowledge.send(context(signal), remoteIds);
      const [first] = [...outcome.failed.values()].filter(({ reason }) => reason !== 'cancelled');
      if (first !== undefined) journal(problemEntry(account.id, first, null));
      return outcome;
    },
    retryAfter: (failure, attempts) => (mayRetry(failure) ? backoffMs(failure, attempts, random()) : null),
    onSent: (items) => {
      for (const item of items) {
        journal({ event: 'acknowledged', id: item.notification, upstream: 'acknowledged' });
      }
      onStatus();
    },
  });
}

const overdue = (since: number | null): Pick<AccountStatus, 'unansweredSince'> =>
  since === null ? {} : { unansweredSince: toInstant(since) };

function described(
  health: Health,
): Pick<AccountStatus, 'state' | 'since' | 'failure' | 'until' | 'nextSlotAt' | 'checkedAt'> {
  const instant = (ms: number | null) => (ms === null ? null : toInstant(ms));
  return {
    state: health.state,
    since: toInstant(health.since),
    failure: health.failure,
    until: instant(health.until),
    nextSlotAt: instant(health.nextSlotAt),
    checkedAt: instant(health.checkedAt),
  };
}
