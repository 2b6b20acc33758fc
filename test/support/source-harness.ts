import type { Account, SignedInAccount } from '../../shared/accounts/account.ts';
import type { UpstreamStatus } from '../../shared/notification.ts';
import { DOCUMENTED_RETENTION_DAYS } from '../../shared/retention.ts';
import type { Http, HttpRequest } from '../../electron/engine/http/http.ts';
import { fetchHttp } from '../../electron/engine/http/fetch-http.ts';
import type {
  CallKind,
  PollContext,
  PollOutcome,
  Received,
  Session,
  Source,
  SourceContext,
} from '../../electron/engine/sources/source.ts';
import { CARD_KEY_BYTES, createCardTokens } from '../../electron/engine/cards/card-tokens.ts';
import { withoutCards, type Protection } from '../../electron/engine/protection.ts';
import { systemClock } from '../../electron/engine/time/clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { testNetwork } from './test-network.ts';

/** What the store would hold for one account. */
export interface Keeper {
  readonly messages: Map<string, Received>;
  readonly upstream: Map<string, UpstreamStatus | null>;
  readonly gaps: { readonly from: number; readonly to: number; readonly why: string }[];
  /** The last figure that the source gave for what waits upstream. */
  waiting: number | null;
  cursor: unknown;
  /** How often something was written: messages, statuses or a cursor. */
  writes: number;
}

export interface MadeCall {
  readonly kind: CallKind;
  readonly request: HttpRequest;
  /** `Clock.uptime()` at the start. */
  readonly at: number;
  readonly status: number | null;
}

export interface SourceHarness {
  readonly keeper: Keeper;
  readonly calls: readonly MadeCall[];
  /** The session under test; `restart` makes another, as a restarted engine would. */
  readonly session: Session;
  restart(): void;
  /** Ends what is under way and every later call. */
  readonly abort: AbortController;
  /** What `test` and `acknowledge` are given. */
  sourceContext(): SourceContext;
  /** One round, with the cursor that was kept last. */
  poll(): Promise<PollOutcome>;
  /** Rounds until one leaves no backlog or fails, `most` where that does not happen. */
  drain(most?: number): Promise<{ readonly outcome: PollOutcome; readonly rounds: number }>;
}

export interface SourceHarnessOptions<A extends Account> {
  readonly source: Source<A>;
  readonly account: SignedInAccount<A>;
  /** Time passes on it instead of in waiting: each call moves it to the slot that the source's own limits ask for. */
  readonly clock: FakeClock;
  /** The real one where absent. */
  readonly http?: Http;
  /** What an earlier run left behind. */
  readonly keeper?: Keeper;
  /** How long the source keeps a message; as documented where absent. */
  readonly retentionDays?: number | null;
}

/** A source over a keeper in memory: real calls, the source's limits kept on a clock of the test's own. */
export function createSourceHarness<A extends Account>(options: SourceHarnessOptions<A>): SourceHarness {
  const { source, account, clock } = options;
  const http = options.http ?? REAL_HTTP;
  const keeper = options.keeper ?? emptyKeeper();
  const calls: MadeCall[] = [];
  const abort = new AbortController();
  const { retentionDays = DOCUMENTED_RETENTION_DAYS[source.name] } = options;
  const started = new Map<string, number>();
  let session = source.open(account);
  let queue: Promise<unknown> = Promise.resolve();

  /** Calls start one after the other, each when every rule allows it. */
  function slot(kind: CallKind): Promise<number> {
    const turn = queue.then(async () => {
      const rules = source.limits(account as unknown as A, kind);
      const dueIn = rules.map(
        ({ key, spacingMs }) => (started.get(key) ?? -Infinity) + spacingMs - clock.uptime(),
      );
      await clock.advance(Math.max(0, ...dueIn));
      for (const { key } of rules) started.set(key, clock.uptime());
      return clock.uptime();
    });
    queue = turn;
    return turn;
  }

  const sourceContext = (): SourceContext => ({
    clock,
    signal: abort.signal,
    call: async (kind, request) => {
      const at = await slot(kind);
      const answer = await http(request, abort.signal);
      calls.push({ kind, request, at, status: answer.ok ? answer.value.status : null });
      return answer;
    },
  });

  const poll = (): Promise<PollOutcome> =>
    session.poll(keeperContext(sourceContext(), keeper, retentionDays, protectionOf(source)));

  return {
    keeper,
    calls,
    abort,
    get session() {
      return session;
    },
    restart: () => (session = source.open(account)),
    sourceContext,
    poll,
    drain: async (most = 1000) => {
      let outcome = await poll();
      let rounds = 1;
      for (; outcome.ok && outcome.value.more && rounds < most; rounds += 1) outcome = await poll();
      return { outcome, rounds };
    },
  };
}

export const emptyKeeper = (): Keeper => ({
  messages: new Map(),
  upstream: new Map(),
  gaps: [],
  waiting: null,
  cursor: null,
  writes: 0,
});

const REAL_HTTP = fetchHttp({
  clock: systemClock,
  timeoutMs: 5_000,
  maxBytes: 64_000_000,
  userAgent: 'quayside/test',
  network: testNetwork(),
});

/** Tokens of a key that is always the same. */
export const testCardTokens = createCardTokens(new Uint8Array(CARD_KEY_BYTES).fill(7));

const protectionOf =
  ({ cards }: Pick<Source, 'cards'>): Protection =>
  (received) =>
    cards === 'none' ? received : withoutCards(received, testCardTokens);

/** What `poll` is given: its calls, and the keeper in place of the store. */
export function keeperContext(
  source: SourceContext,
  keeper: Keeper,
  retentionDays: number | null = null,
  protect: Protection = (received) => received,
): PollContext {
  return {
    ...source,
    retentionDays,
    protect,
    // As the store does: what was kept comes back as a copy, through JSON.
    cursor: JSON.parse(JSON.stringify(keeper.cursor)) as unknown,
    keep: async (received, cursor) => {
      keeper.writes += 1;
      const fresh = new Set(
        received.map(({ remoteId }) => remoteId).filter((id) => !keeper.messages.has(id)),
      );
      for (const message of received) {
        if (fresh.has(message.remoteId)) keeper.messages.set(message.remoteId, message);
        keeper.upstream.set(message.remoteId, message.upstream);
      }
      if (cursor !== undefined) keeper.cursor = cursor;
      return { fresh: fresh.size };
    },
    held: async (remoteIds) =>
      new Map(
        remoteIds.flatMap((id) => {
          const found = keeper.messages.get(id);
          return found === undefined ? [] : [[id, found.payload] as const];
        }),
      ),
    missing: async (remoteIds) => remoteIds.filter((id) => !keeper.messages.has(id)),
    setUpstream: async (changes) => {
      keeper.writes += 1;
      for (const [id, status] of changes) if (keeper.messages.has(id)) keeper.upstream.set(id, status);
    },
    closeGap: async (from, to) => {
      const open = keeper.gaps.filter((gap) => gap.from !== from || gap.to !== to);
      keeper.gaps.splice(0, keeper.gaps.length, ...open);
    },
    gap: async (from, to, why) => void keeper.gaps.push({ from, to, why }),
    waiting: (count) => void (keeper.waiting = count),
  };
}
