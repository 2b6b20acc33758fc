import type { Account } from '../../shared/accounts/account.ts';
import { failed } from '../../shared/result.ts';
import type { LimitedCall } from './polling/limited-call.ts';
import type { CallKind, Source, SourceContext } from './sources/source.ts';
import { storeFailure } from './store/store.ts';
import type { Clock } from './time/clock.ts';

/** One call that went out. `status` is null where no complete answer came. */
export interface MadeCall {
  readonly kind: CallKind;
  /** Epoch milliseconds at which the call started. */
  readonly at: number;
  /** The path, without its query. */
  readonly endpoint: string;
  readonly status: number | null;
  /** Through which proxy the answer came, `host:port`; null where it came straight, or none came. */
  readonly proxy: string | null;
}

export interface SourceContextOptions {
  readonly source: Source;
  readonly account: Account;
  readonly call: LimitedCall;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onCall?: (call: MadeCall) => void;
  /** A call goes out; returns what is called once it was answered or given up. */
  readonly onSent?: () => () => void;
  /** Rejects with a `StoreError` where what is answered could not be kept: then no call is made. */
  readonly mayCall?: () => Promise<void>;
}

/** The only way in which a source reaches its server: inside the limits, and seen by the engine. */
export function createSourceContext(options: SourceContextOptions): SourceContext {
  const { source, account, clock, signal } = options;
  return {
    clock,
    signal,
    call: async (kind, request) => {
      const refusal = await (options.mayCall?.() ?? Promise.resolve()).then(() => null, storeFailure);
      if (refusal !== null) return failed(refusal);
      let ended: () => void = () => undefined;
      const bounded = { maxBytes: source.longestAnswer[kind], ...request };
      const { startedAt, answer } = await options.call(
        source.limits(account, kind),
        bounded,
        signal,
        account.name,
        () => (ended = options.onSent?.() ?? ended),
      );
      ended();
      const status = answer.ok ? answer.value.status : answer.failure.status;
      const proxy = answer.ok ? (answer.value.proxy ?? null) : null;
      if (startedAt !== null) {
        options.onCall?.({ kind, at: startedAt, endpoint: new URL(request.url).pathname, status, proxy });
      }
      return answer;
    },
  };
}
