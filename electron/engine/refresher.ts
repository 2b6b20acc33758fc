import type { SignedInAccount } from '../../shared/accounts/account.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { CardTokens } from './card-tokens-in.ts';
import { newPayload } from './poll-context.ts';
import { protectionFor } from './protection.ts';
import type { Session, Source, SourceContext } from './sources/source.ts';
import type { InboxStore } from './store/store.ts';

export interface RefresherOptions {
  readonly source: Source;
  readonly session: Session;
  readonly account: SignedInAccount;
  readonly store: InboxStore;
  readonly cardTokens: CardTokens;
  readonly context: (signal: AbortSignal) => SourceContext;
  /** Something was kept that was not here: read it. */
  readonly onKept: () => Promise<void>;
}

/** Asks the source for single messages again, inside its limits. */
export interface Refresher {
  /**
   * What was kept first stays as it came: the message's status at the source is what may change, and its history
   * tells. Fails with `message-gone` where the source no longer holds it. Rejects with a `StoreError`.
   */
  refresh(remoteId: string): Promise<Result<null, Failure>>;
  /** Ends what is under way. */
  stop(): Promise<void>;
}

/** Null where the source has no such call. */
export function createRefresher(options: RefresherOptions): Refresher | null {
  const { source, session, account, store, cardTokens } = options;
  if (session.refresh === undefined) return null;
  const stopping = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  async function refresh(remoteId: string): Promise<Result<null, Failure>> {
    const protect = await protectionFor(source, cardTokens);
    if (!protect.ok) return protect;
    const context = options.context(stopping.signal);
    const answer = await session.refresh?.(context, remoteId);
    if (stopping.signal.aborted || answer === undefined) return failed(failure('cancelled'));
    if (!answer.ok) return answer;
    if (answer.value === null) return failed(failure('message-gone'));
    const payload = newPayload(protect.value(answer.value));
    const { fresh } = await store.keep(account, [payload], undefined, context.clock.now());
    if (fresh > 0) await options.onKept();
    return ok(null);
  }

  return {
    refresh: (remoteId) => {
      const asked = refresh(remoteId);
      running = Promise.allSettled([running, asked]);
      return asked;
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
