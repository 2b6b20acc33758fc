import type { Account, SignedInAccount } from '../../../shared/accounts/account.ts';
import type { SourceName } from '../../../shared/accounts/source-name.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Facts, UpstreamStatus } from '../../../shared/notification.ts';
import type { Result } from '../../../shared/result.ts';
import type { HttpRequest, HttpResponse } from '../http/http.ts';
import type { LimitRule } from '../polling/limit-rule.ts';
import type { Clock } from '../time/clock.ts';

/** One message as the source delivered it, before anything is read from it. */
export interface Received {
  /** The source's identity of the message: the same message twice has the same one. */
  readonly remoteId: string;
  /** Exactly the bytes that were delivered. */
  readonly payload: Uint8Array;
  readonly contentType: string;
  /** What came beside the payload and cannot be had again: conversation id, box id, created. */
  readonly envelope: Readonly<Record<string, string>>;
  readonly upstream: UpstreamStatus | null;
  /** When the source says that the message came to be, epoch milliseconds. */
  readonly createdAt: number | null;
}

/** What a decoder makes of one payload: one entry a notification in it, at least one. */
export interface Decoded {
  readonly facts: Facts;
  /** The payload's readable text, for the search index. */
  readonly searchText: string;
}

/** Pure, total: never throws, never returns an empty list. Raise `version` when its answers change. */
export interface Decoder {
  readonly version: number;
  decode(
    payload: Uint8Array,
    about: { readonly contentType: string; readonly envelope: Readonly<Record<string, string>> },
  ): readonly Decoded[];
}

/** What kind of call: `list` takes the 10 s slot, every kind counts against the application's limit. */
export type CallKind = 'token' | 'list' | 'message' | 'acknowledge';

/** What a source may do while it polls. Every call goes through the limiter and is recorded. */
export interface SourceContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Waits for the slot of `kind`, then sends. Any HTTP status is a value. */
  call(kind: CallKind, request: HttpRequest): Promise<Result<HttpResponse, Failure>>;
}

export interface PollContext extends SourceContext {
  /** How many days the source keeps a message, as documented or as a person has set it; null where nobody says. */
  readonly retentionDays: number | null;
  /** What this source last kept here, null at the first poll. JSON, parsed by the source with its own schema. */
  readonly cursor: unknown;
  /**
   * The message as `keep` writes it down: card numbers replaced by this installation's tokens. For a source that works
   * out an identity from what came: no digest of a card number may be kept.
   */
  protect(received: Received): Received;
  /**
   * Durable when it resolves: messages, their new upstream status and the cursor in one transaction; a great many are
   * written part by part, the cursor with the last. Repeats are harmless.
   */
  keep(received: readonly Received[], cursor?: unknown): Promise<{ readonly fresh: number }>;
  /** Which of these the store does not hold yet. */
  missing(remoteIds: readonly string[]): Promise<readonly string[]>;
  /** What is kept of these, as `protect` wrote it down; one that is not held, or damaged, is left out. */
  held(remoteIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** New upstream statuses of messages already held. */
  setUpstream(changes: ReadonlyMap<string, UpstreamStatus>): Promise<void>;
  /** A stretch in which messages may have been lost upstream. */
  gap(from: number, to: number, why: string): Promise<void>;
  /** What was missing in this very stretch is here after all. */
  closeGap(from: number, to: number): Promise<void>;
  /** How many messages are known to wait upstream, for the screen. */
  waiting(count: number): void;
}

/**
 * `more`: something is left to do, poll again at the next slot. `backlog`: messages are known to wait upstream, one of
 * which may settle what has just come. `unread`: messages that are listed and could not be had so
 * far; they are asked for again with growing pauses. `gone`: messages that were listed and that the source no longer
 * holds, each named once. `notices`: what a person should know although polling works.
 */
export type PollOutcome = Result<
  {
    readonly more: boolean;
    readonly backlog?: boolean;
    readonly unread?: number;
    readonly gone?: readonly string[];
    readonly notices?: readonly AccountNotice[];
  },
  Failure
>;

/** Such as "No subscription is active", with what to do about it. */
export interface AccountNotice {
  readonly title: string;
  readonly nextStep: string;
}

export interface AcknowledgeOutcome {
  readonly acknowledged: readonly string[];
  readonly failed: ReadonlyMap<string, Failure>;
}

/** One account's dealings with its source. Holds a token and nothing that must survive. */
export interface Session {
  /** One round: list, fetch, keep. Called again at each slot; what it learnt is in the store's cursor. */
  poll(context: PollContext): Promise<PollOutcome>;
  /** One harmless call that proves credentials and address; a sentence for a person. */
  test(context: SourceContext): Promise<Result<{ readonly sentence: string }, Failure>>;
  /** Asks for one message again. Absent where the source has no such call; null where it no longer holds it. */
  refresh?(context: SourceContext, remoteId: string): Promise<Result<Received | null, Failure>>;
  /** Tells the source that a person acknowledged these (durable here). Absent where the source has no such call. */
  readonly acknowledge?: {
    /** How many ids one call takes. */
    readonly batch: number;
    send(context: SourceContext, remoteIds: readonly string[]): Promise<AcknowledgeOutcome>;
  };
}

/** One kind of upstream: all that the engine knows of it. */
export interface Source<A extends Account = Account> {
  readonly name: SourceName;
  readonly decoder: Decoder;
  /** `may-hold`: payloads may bear card numbers, which are replaced by tokens before anything is kept. */
  readonly cards: 'none' | 'may-hold';
  /** Whether a session of this source has `acknowledge`. */
  readonly acknowledgesUpstream: boolean;
  /** The longest body, in bytes, that an answer to a call of this kind may have: no answer may cost more. */
  readonly longestAnswer: Readonly<Record<CallKind, number>>;
  /** Which limits a call of this kind must respect, the strictest first. */
  limits(account: A, kind: CallKind): readonly LimitRule[];
  open(account: SignedInAccount<A>): Session;
}
