import type { ShellState } from '../../shared/bridge.ts';
import type { Reason } from '../../shared/failure.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { count, momentOf, plural, secondsUntil, shortTime } from '../ui/format.ts';

export type Tone = 'good' | 'wait' | 'bad' | 'idle';

export interface HealthWords {
  readonly words: string;
  readonly tone: Tone;
  /** How far the wait for the next call has come, 0 to 1; null where none is planned. */
  readonly slot: number | null;
}

/** HMRC's pause between two list calls, which the bar in the sidebar spans. */
const SLOT_MS = 10_000;

/** What stands in the place of every account's health: what the engine said last counts no more once it is silent. */
export function engineHealth({ engine, silentSince }: EngineView, now: number): HealthWords | null {
  if (engine === 'running') return null;
  const words =
    silentSince === null
      ? 'Waiting for the restart'
      : `Not polled: no answer since ${momentOf(silentSince, now)}`;
  return { words, tone: 'wait', slot: null };
}

/** How one account is doing, in words: always something that a person can read. */
export function healthWords(account: AccountStatus, now: number): HealthWords {
  const cause = causeOf(account);
  if (account.unansweredSince !== undefined)
    return { words: `No answer since ${momentOf(account.unansweredSince, now)}`, tone: 'wait', slot: null };
  switch (account.state) {
    case 'starting':
      return { words: 'Starting', tone: 'idle', slot: slotOf(account, now) };
    case 'polling':
      return { words: pollingWords(account, now), tone: 'good', slot: slotOf(account, now) };
    case 'backing-off': {
      const until = account.until === null ? '' : ` until ${shortTime(account.until, now)}`;
      const { failure } = account;
      // The cause is the wait itself; what helps is whom the source has asked.
      const words =
        failure?.reason === 'asked-to-wait'
          ? `Asked to wait${until}: ${failure.detail ?? 'by the source'}`
          : `Backing off${until}${cause}`;
      return { words, tone: 'wait', slot: null };
    }
    case 'offline':
      return { words: `Offline since ${shortTime(account.since, now)}${cause}`, tone: 'wait', slot: null };
    case 'signed-out':
      return { words: `Signed out${cause}`, tone: 'bad', slot: null };
    case 'misconfigured':
      return { words: `Stopped${cause}`, tone: 'bad', slot: null };
    case 'paused':
      return { words: 'Paused', tone: 'idle', slot: null };
  }
}

function pollingWords(account: AccountStatus, now: number): string {
  const seconds = account.nextSlotAt === null ? null : secondsUntil(account.nextSlotAt, now);
  const next = seconds === null || seconds === 0 ? 'Polling now' : `Next poll in ${seconds} s`;
  return account.waiting > 0 ? `${next}, ${plural(account.waiting, 'message')} waiting` : next;
}

function slotOf(account: AccountStatus, now: number): number | null {
  if (account.nextSlotAt === null) return null;
  const left = Date.parse(account.nextSlotAt) - now;
  return Math.min(1, Math.max(0, (SLOT_MS - left) / SLOT_MS));
}

/** `: The source has a fault (503)`. */
function causeOf({ failure }: AccountStatus): string {
  if (failure === null) return '';
  const { title } = reasonTexts[failure.reason];
  if (failure.detail !== null && NETWORK_REASONS.has(failure.reason)) return `: ${title} (${failure.detail})`;
  const status = failure.status === null ? '' : ` (${failure.status})`;
  return `: ${title}${status}`;
}

/** What lies between this computer and the source: the line says which proxy it was, and whose certificate. */
const NETWORK_REASONS: ReadonlySet<Reason> = new Set([
  'tls-failed',
  'certificate-unknown',
  'ca-file-unusable',
  'proxy-unreachable',
  'proxy-refused',
  'proxy-sign-in',
  'proxy-credentials-refused',
  'proxy-unusable',
  'policy-unusable',
]);

/** Until when the source wants to be left alone; null where it has not asked for that. */
export function quietUntil({ state, failure, until }: AccountStatus): string | null {
  return state === 'backing-off' && (failure?.retryAfterMs ?? 0) > 0 ? until : null;
}

/** Whether what is on screen is true as of now. */
export type Freshness =
  | { readonly kind: 'no-accounts' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'checked'; readonly at: string; readonly accounts: number }
  /** At least one account has not been checked for too long, or cannot be. */
  | { readonly kind: 'stale'; readonly accounts: readonly AccountStatus[] }
  /** The engine does not answer, since then, or is started again: nothing on screen is news. */
  | { readonly kind: 'silent'; readonly since: string }
  | { readonly kind: 'restarting' };

/** The engine, as far as it says whether what the accounts say still holds. */
export type EngineView = Pick<ShellState, 'engine' | 'silentSince'>;

/** Well over what twenty boxes that share one client id take for a round. */
const STALE_MS = 5 * 60_000;

export function freshness(
  accounts: readonly AccountStatus[],
  now: number,
  { engine, silentSince }: EngineView,
): Freshness {
  if (engine === 'silent' && silentSince !== null) return { kind: 'silent', since: silentSince };
  if (engine !== 'running') return { kind: 'restarting' };
  if (accounts.length === 0) return { kind: 'no-accounts' };
  const watched = accounts.filter(({ state }) => state !== 'paused');
  if (watched.length === 0) return { kind: 'paused' };
  const stale = watched.filter((account) => isStale(account, now));
  if (stale.length > 0) return { kind: 'stale', accounts: stale };
  const times = watched.flatMap(({ checkedAt }) => (checkedAt === null ? [] : [checkedAt])).sort();
  const oldest = times[0];
  if (oldest === undefined || times.length < watched.length) return { kind: 'not-yet' };
  return { kind: 'checked', at: oldest, accounts: watched.length };
}

function isStale(account: AccountStatus, now: number): boolean {
  const since = account.checkedAt ?? account.since;
  if (account.unansweredSince !== undefined) return true;
  const tooLong = now - Date.parse(since) > STALE_MS;
  if (account.state === 'polling' || account.state === 'starting') return tooLong;
  // One failed call is no news: a back-off counts once it has cost something.
  if (account.state === 'backing-off') return now - Date.parse(since) > 60_000;
  return true;
}

/** `Transit not checked since 08:12: Sign in again`. */
export function staleSentence(account: AccountStatus, now: number): string {
  if (account.unansweredSince !== undefined)
    return `${account.name} has not answered since ${momentOf(account.unansweredSince, now)}`;
  const since =
    account.checkedAt === null
      ? `${account.name} has not been checked yet`
      : `${account.name} not checked since ${shortTime(account.checkedAt, now)}`;
  const { failure } = account;
  return failure === null ? since : `${since}: ${reasonTexts[failure.reason].title}`;
}

/** The first sentence of the status bar: what was polled when, and what was not. */
export function pollSentence(accounts: readonly AccountStatus[], now: number, engine: EngineView): string {
  const state = freshness(accounts, now, engine);
  switch (state.kind) {
    case 'no-accounts':
      return 'No accounts yet';
    case 'paused':
      return 'All accounts are paused';
    case 'not-yet':
      return 'First poll under way';
    case 'checked':
      return `${plural(state.accounts, 'account')} polled at ${momentOf(state.at, now)}`;
    case 'stale':
      return [...polledPart(accounts, state.accounts, now), ...notCheckedPart(state.accounts, now)].join(
        '. ',
      );
    case 'silent':
      return `Nothing is polled: no answer from Quayside’s engine since ${momentOf(state.since, now)}`;
    case 'restarting':
      return 'Nothing is polled: Quayside’s engine is starting again';
  }
}

function polledPart(
  accounts: readonly AccountStatus[],
  stale: readonly AccountStatus[],
  now: number,
): readonly string[] {
  const times = accounts
    .filter((account) => account.state !== 'paused' && !stale.includes(account))
    .flatMap(({ checkedAt }) => checkedAt ?? [])
    .sort();
  const oldest = times[0];
  return oldest === undefined
    ? []
    : [`${plural(times.length, 'account')} polled at ${momentOf(oldest, now)}`];
}

/** More than two would fill the bar: then the sidebar tells about each. */
function notCheckedPart(stale: readonly AccountStatus[], now: number): readonly string[] {
  return stale.length <= 2
    ? stale.map((account) => staleSentence(account, now))
    : [`${count(stale.length)} accounts not checked: ${stale.map(({ name }) => name).join(', ')}`];
}
