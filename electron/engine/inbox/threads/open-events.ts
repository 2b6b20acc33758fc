import type { Instant } from '../../../../shared/notification.ts';
import type { ThreadStatusCode } from '../../../../shared/thread.ts';
import { heldByDefra } from './defra-holds.ts';
import {
  BALANCE_REMINDER,
  CANCELLING,
  codeOf,
  DEMAND,
  FINALLY_NO_DEMAND,
  LAPSING,
  NO_DEMAND,
  PARTIAL_GRANT,
  PAYMENT_REMINDER,
  REJECTING,
  type Life,
} from './life.ts';
import { noteWords } from './status-words.ts';
import type { ThreadStep } from './thread-order.ts';

/** An event that waits for somebody, by its place in the life. */
export interface OpenEvent {
  readonly at: number;
  /** Places of all messages that wait with it, the one to look at first before the others. */
  readonly calls: readonly number[];
  /** The status it gives a declaration that is still under way; null where it only adds a note. */
  readonly code: ThreadStatusCode | null;
  readonly note: string | null;
}

interface Rule {
  readonly code: ThreadStatusCode | null;
  readonly note: string | null;
  /** What settles it by coming later. */
  readonly settledBy: readonly string[];
}

const FREED = ['08', '09', '16'] as const;
/** A new request, an answer to one, or what came of it. */
const ANSWERED = ['02', '11', '07'] as const;

/** The events that want an answer, each with what settles it. Of each kind only the latest counts, but a 50 decides by the item. */
const RULES: Readonly<Record<string, Rule>> = {
  '05': { code: 'under-control', note: null, settledBy: FREED },
  '06': { code: 'documents-wanted', note: null, settledBy: FREED },
  '50': { code: 'held-by-defra', note: null, settledBy: FREED },
  '51': { code: 'query-open', note: null, settledBy: FREED },
  '52': { code: 'detained', note: null, settledBy: FREED },
  '13': { code: 'payment-due', note: null, settledBy: [NO_DEMAND, ...FREED] },
  '14': { code: 'account-short', note: null, settledBy: ['13/4', ...FREED] },
  '17': { code: 'handled-outside', note: null, settledBy: FREED },
  '18': { code: 'not-exited-in-time', note: null, settledBy: ['16'] },
  '11/41': { code: null, note: noteWords.denied, settledBy: ANSWERED },
  // A change may be the part that was granted.
  [PARTIAL_GRANT]: { code: null, note: noteWords.denied, settledBy: ['02', '11'] },
  [REJECTING]: { code: null, note: null, settledBy: ['01', ...ANSWERED] },
};

/** Messages of one kind under several codes: a reminder stands for the demand that it repeats. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  '13': [DEMAND, PAYMENT_REMINDER],
  '14': ['14', BALANCE_REMINDER],
};

const SPOKEN_FOR: ReadonlySet<string> = new Set([
  ...Object.keys(RULES).map((code) => code.replace(/\/.*/, '')),
  ...['10', '15', CANCELLING, LAPSING],
]);

/** What is still open, oldest first. A later message of the same kind stands for the earlier ones. */
export function openEvents(life: Life): readonly OpenEvent[] {
  return Object.entries(RULES)
    .flatMap(([code, rule]) => {
      const calls = callsOf(life, code).filter((at) => !isSettled(life, code, at));
      return calls.length === 0 ? [] : [{ at: Math.max(...calls), calls, code: rule.code, note: rule.note }];
    })
    .sort((a, b) => a.at - b.at);
}

function callsOf(life: Life, code: string): readonly number[] {
  if (code === '50') return heldByDefra(life);
  const at = latestOf(life, code);
  const step = life.steps[at];
  return step !== undefined && step.member.facts.attention !== 'info' ? [at] : [];
}

/** Customs states the version that it speaks of. An answer to what was sent may name the one that it was sent for. */
const isAnswer = (code: string): boolean => [REJECTING, '11/41', PARTIAL_GRANT].includes(code);

const latestOf = (life: Life, code: string): number =>
  isAnswer(code) ? life.last(code) : life.weightiestOf(life.places(...(KINDS[code] ?? [code])));

function isSettled(life: Life, code: string, at: number): boolean {
  // What was reminded of is not settled by a calculation that may still change.
  const isReminder = life.places(PAYMENT_REMINDER).includes(at);
  const settledBy = isReminder ? [FINALLY_NO_DEMAND, ...FREED] : (RULES[code]?.settledBy ?? []);
  if (isAnswer(code)) return isOvertaken(life, at, settledBy);
  return life.places(...settledBy).some((place) => life.outweighs(place, at));
}

/** Whether what came after an answer leaves nothing to do about it. */
function isOvertaken(life: Life, at: number, settledBy: readonly string[]): boolean {
  const later = life.places(...settledBy, ...freeing(life, at)).filter((place) => place > at);
  return later.some((place) => !isOfAnother(life.steps[place], life.steps[at]));
}

/** The same of an answer that does not say how customs decided: another request says nothing of the one it answers. */
export const isFollowedUp = (life: Life, at: number): boolean =>
  isOvertaken(life, at, ['11', '07']) ||
  life.places('02').some((place) => place > at && !areApart(life.steps[place], life.steps[at]));

/**
 * Goods that are freed prove a refused submission to be of no account. A request that was refused once the declaration
 * stood is none the better for it: the goods were freed on what the broker had asked to change.
 */
const freeing = (life: Life, at: number): readonly string[] => (life.lastBefore(at, '01') < 0 ? FREED : []);

/** What leaves nothing to do about a message of this type at this place, as far as its type alone tells. */
export const overtaking = (life: Life, at: number, functionCode: string | null): readonly string[] =>
  functionCode === '03' || functionCode === '11'
    ? ['01', ...ANSWERED, ...freeing(life, at)]
    : (RULES[functionCode ?? '']?.settledBy ?? FREED);

/** Two requests may be under way at once, each with a conversation: what came of one says nothing of the other. */
export function isOfAnother(result: ThreadStep | undefined, refusal: ThreadStep | undefined): boolean {
  return ['11', '07'].includes(result?.member.facts.functionCode ?? '') && areApart(result, refusal);
}

/** Whether both bear a conversation and not the same. */
function areApart(...steps: readonly [ThreadStep | undefined, ThreadStep | undefined]): boolean {
  const [one = null, other = null] = steps.map((step) => step?.member.facts.conversationId);
  return one !== null && other !== null && one !== other;
}

/** What frees the goods and so leaves nothing to do about a message of this type at this place. */
export const freeingOf = (life: Life, at: number, functionCode: string | null): readonly string[] =>
  overtaking(life, at, functionCode).filter((code) => FREED.some((free) => free === code));

/** A limit that still counts, and the place of the message that set it. */
export interface OpenLimit {
  readonly at: number;
  readonly deadline: Instant;
}

/**
 * The limits of what is open, the earliest first. A request does not say which documents or which answer it is about, so
 * a later one leaves the limit of an earlier one as it is. Proof of exit is one thing: its later limit replaces an earlier.
 */
export function openLimits(life: Life): readonly OpenLimit[] {
  const openPlaces = (code: string) => life.places(code).filter((at) => !isSettled(life, code, at));
  const exits = openPlaces('18').filter((at) => deadlineAt(life, at) !== null);
  const requests = [...openPlaces('06'), ...openPlaces('51'), ...exits.slice(-1)];
  const places = new Set([
    ...openEvents(life).flatMap(({ calls }) => calls.map((at) => limiting(life, at))),
    ...requests,
  ]);
  return [...places]
    .flatMap((at) => {
      const deadline = deadlineAt(life, at);
      return deadline === null ? [] : [{ at, deadline }];
    })
    .sort((one, other) => Date.parse(one.deadline) - Date.parse(other.deadline));
}

const deadlineAt = (life: Life, at: number): Instant | null => life.steps[at]?.member.facts.deadline ?? null;

/** Place of the message that sets the limit of a call: a reminder without one leaves that of what it reminds of. */
function limiting(life: Life, at: number): number {
  const kind = Object.entries(KINDS).find(([, codes]) => life.places(...codes).includes(at));
  if (kind === undefined || deadlineAt(life, at) !== null) return at;
  const [code, codes] = kind;
  const open = life.places(...codes).filter((place) => !isSettled(life, code, place));
  return life.weightiestOf(open.filter((place) => deadlineAt(life, place) !== null));
}

/** Whether the open events, or the standing, speak for a message of this code: any other speaks for itself. */
export const isSpokenFor = (step: ThreadStep): boolean => SPOKEN_FOR.has(codeOf(step));
