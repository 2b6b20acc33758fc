import type { ThreadStatusCode } from '../../../../shared/thread.ts';
import { CANCELLING, codeOf, LAPSING, REJECTING, type Life } from './life.ts';
import { noteWords } from './status-words.ts';
import type { ThreadStep } from './thread-order.ts';

/** An event that waits for somebody, by its place in the life. */
export interface OpenEvent {
  readonly at: number;
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

/** The events that want an answer, each with what settles it. Of each kind only the latest counts. */
const RULES: Readonly<Record<string, Rule>> = {
  '05': { code: 'under-control', note: null, settledBy: FREED },
  '06': { code: 'documents-wanted', note: null, settledBy: FREED },
  '50': { code: 'held-by-defra', note: null, settledBy: FREED },
  '51': { code: 'query-open', note: null, settledBy: FREED },
  '52': { code: 'detained', note: null, settledBy: FREED },
  '13': { code: 'payment-due', note: null, settledBy: FREED },
  '14': { code: 'account-short', note: null, settledBy: ['13/4', '15', ...FREED] },
  '15': { code: 'account-short', note: null, settledBy: ['13/4', '14', ...FREED] },
  '17': { code: 'handled-outside', note: null, settledBy: FREED },
  '18': { code: 'not-exited-in-time', note: null, settledBy: ['16'] },
  '11/41': { code: null, note: noteWords.denied, settledBy: ANSWERED },
  [REJECTING]: { code: null, note: null, settledBy: ['01', ...ANSWERED] },
};

const SPOKEN_FOR: ReadonlySet<string> = new Set([
  ...Object.keys(RULES).map((code) => code.replace(/\/.*/, '')),
  ...['10', CANCELLING, LAPSING],
]);

/** What is still open, oldest first. A later message of the same kind stands for the earlier ones. */
export function openEvents(life: Life): readonly OpenEvent[] {
  return Object.entries(RULES)
    .flatMap(([code, rule]) => {
      const at = latestOf(life, code);
      const step = life.steps[at];
      if (step === undefined || !isCall(code, step)) return [];
      return isSettled(life, code, at) ? [] : [{ at, code: rule.code, note: rule.note }];
    })
    .sort((a, b) => a.at - b.at);
}

/** Customs states the version that it speaks of. An answer to what was sent may name the one that it was sent for. */
const isAnswer = (code: string): boolean => code === REJECTING || code === '11/41';

const latestOf = (life: Life, code: string): number =>
  isAnswer(code) ? life.last(code) : life.weightiest(code);

function isSettled(life: Life, code: string, at: number): boolean {
  const settledBy = RULES[code]?.settledBy ?? [];
  if (isAnswer(code)) {
    const later = life.places(...settledBy, ...freeing(life, at)).filter((place) => place > at);
    return later.some((place) => !isOfAnother(life, place, at));
  }
  return life.places(...settledBy).some((place) => life.outweighs(place, at));
}

/**
 * Goods that are freed prove a refused submission to be of no account. A request that was refused once the declaration
 * stood is none the better for it: the goods were freed on what the broker had asked to change.
 */
const freeing = (life: Life, at: number): readonly string[] => (life.lastBefore(at, '01') < 0 ? FREED : []);

/** Two requests may be under way at once, each with a conversation: what came of one says nothing of the other. */
function isOfAnother(life: Life, place: number, at: number): boolean {
  const [result, refusal] = [life.steps[place]?.member.facts, life.steps[at]?.member.facts];
  const [one, other] = [result?.conversationId ?? null, refusal?.conversationId ?? null];
  return ['11', '07'].includes(result?.functionCode ?? '') && one !== null && other !== null && one !== other;
}

/** A tax message calls only where it asks for a payment; a hold that says it is lifted calls no more. */
const isCall = (code: string, { member }: ThreadStep): boolean =>
  code === '13' ? member.facts.attention === 'act' : member.facts.attention !== 'info';

/** The earliest limit among the requests for these things, `06` documents or `18` proof of exit, that nothing has settled yet. */
export function earliestLimit(life: Life, ...codes: readonly ('06' | '18')[]): string | null {
  const limits = codes.flatMap((code) =>
    life.places(code).flatMap((at) => {
      const deadline = life.steps[at]?.member.facts.deadline ?? null;
      return deadline === null || isSettled(life, code, at) ? [] : [deadline];
    }),
  );
  return limits.sort()[0] ?? null;
}

/** Whether the open events, or the standing, speak for a message of this code: any other speaks for itself. */
export const isSpokenFor = (step: ThreadStep): boolean => SPOKEN_FOR.has(codeOf(step));
