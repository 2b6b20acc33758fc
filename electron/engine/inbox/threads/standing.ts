import type { Attention } from '../../../../shared/notification.ts';
import type { ThreadStatusCode, Trade } from '../../../../shared/thread.ts';
import { isOfSomethingLater, isPastRejecting } from './later-rejection.ts';
import { CANCELLING, LAPSING, lifeOf, PARTIAL_GRANT, REJECTING, type Life } from './life.ts';
import { CANCELLED_AFTER_ARRIVAL, statusWords } from './status-words.ts';

/** How far a declaration has come, leaving aside what holds it up. */
export interface Standing {
  readonly code: ThreadStatusCode;
  /** Place of the event that decides it. */
  readonly at: number;
  readonly attention: Attention;
  /** True where nothing that was open before still counts. */
  readonly over: boolean;
  /** The code's, or one that says it more closely. */
  readonly title: string;
}

/** The standing by the set of events: what outweighs comes first, never what came last. */
export function standingOf(life: Life, trade: Trade | null): Standing {
  return invalidated(life, trade) ?? cleared(life) ?? closed(life) ?? rejected(life) ?? underWay(life);
}

/** A 10 ends everything, also a clearance. */
function invalidated(life: Life, trade: Trade | null): Standing | null {
  const at = life.last('10');
  if (at < 0) return null;
  if (wasAskedFor(life, at)) return standing('withdrawn', at, { over: true });
  // 150 days after clearance, an export that nobody reported as departed.
  const isLate = !life.has('16') && (life.has('18') || (trade === 'export' && life.has('09')));
  return standing(isLate ? 'not-exited-in-time' : 'cancelled-by-customs', at, { over: true });
}

/**
 * Every request has a conversation of its own, so a grant in that of the ending proves it, whatever became of other
 * requests. The conversation of the declaration itself proves nothing: the answer to any of them may come there.
 */
function wasAskedFor(life: Life, at: number): boolean {
  const before = life.steps.slice(0, at);
  const conversation = life.steps[at]?.member.facts.conversationId ?? null;
  const shared = lifeOf(before.filter(({ member }) => member.facts.conversationId === conversation));
  const isRequest = conversation !== null && conversation !== registeredIn(life) && !shared.has('01');
  return endsInGrant(lifeOf(before), '11/39') || (isRequest && endsInGrant(shared, '11/39', PARTIAL_GRANT));
}

/** The conversation in which the declaration itself was registered: a 02 after an acceptance is that of a request. */
function registeredIn(life: Life): string | null {
  const at = life.first('02');
  const isRequest = at < 0 || life.lastBefore(at, '01', '09') >= 0;
  return isRequest ? null : (life.steps[at]?.member.facts.conversationId ?? null);
}

/** The last answer is one of these grants of a request, and no change or acceptance shows that another was meant. */
function endsInGrant(life: Life, ...grants: readonly string[]): boolean {
  const answer = life.last('11');
  return answer >= 0 && answer === life.last(...grants) && life.last('01', '07', '09', '13') < answer;
}

function cleared(life: Life): Standing | null {
  const [exit, clearance, change] = [life.last('16'), life.weightiest('09'), life.weightiest('07')];
  if (exit >= 0) return standing('exited', exit);
  if (clearance < 0) return null;
  if (change < 0 || !life.outweighs(change, life.first('09'))) return standing('cleared', clearance);
  return life.outweighs(change, clearance)
    ? standing('cleared-amended', change, { attention: 'watch' })
    : standing('cleared-amended', clearance);
}

/** Only for what never arrived; a later acceptance or release shows that it did. */
function closed(life: Life): Standing | null {
  const at = life.last(CANCELLING, LAPSING);
  if (at < 0 || life.last('01', '08') > at) return null;
  if (life.last(CANCELLING) < 0) return standing('lapsed', at, { over: true });
  const attention = wasAskedFor(life, at) ? 'info' : 'watch';
  const title = life.has('01', '08') ? CANCELLED_AFTER_ARRIVAL : statusWords.cancelled.title;
  return standing('cancelled', at, { over: true, attention, title });
}

/**
 * Once something was accepted a rejection is of an amendment or request, and the declaration stays as it was; before
 * that only where it shows.
 */
function rejected(life: Life): Standing | null {
  if (isPastRejecting(life)) return null;
  const at =
    life
      .places(REJECTING)
      .filter((place) => !isOfSomethingLater(life, place))
      .at(-1) ?? -1;
  if (at < 0 || life.last('02') > at) return null;
  return standing('rejected', at, { over: true });
}

function underWay(life: Life): Standing {
  const [release, acceptance] = [life.last('08'), life.last('01')];
  if (release >= 0) return standing('released', release);
  const waits = life.last('13', '07');
  // A calculation may be dated before the acceptance that it belongs to.
  if (acceptance >= 0) return standing(waits >= 0 ? 'waiting' : 'accepted', Math.max(waits, acceptance));
  if (life.has('02') && !life.has('07', '13/4', '13/115')) return standing('registered', life.first('02'));
  const known = life.last('02', '05', '06', '07', '11', '13', '14', '15', '17', '18', '50', '51', '52');
  return known >= 0 ? standing('waiting', known) : standing('unknown', life.steps.length - 1);
}

const standing = (
  code: ThreadStatusCode,
  at: number,
  { over = false, ...words }: { over?: boolean; attention?: Attention; title?: string } = {},
): Standing => ({ code, at, over, ...statusWords[code], ...words });
