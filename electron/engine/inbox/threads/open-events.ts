import type { ThreadStatusCode } from '../../../../shared/thread.ts';
import { codeOf, REJECTING, type Life } from './life.ts';
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
const ANSWERED = ['02', '11', '07', ...FREED] as const;

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
  [REJECTING]: { code: null, note: noteWords.rejected, settledBy: ['01', ...ANSWERED] },
};

/** What is still open, oldest first. A later message of the same kind stands for the earlier ones. */
export function openEvents(life: Life): readonly OpenEvent[] {
  return Object.entries(RULES)
    .flatMap(([code, rule]) => {
      const at = life.last(code);
      const step = life.steps[at];
      if (step === undefined || !isCall(code, step)) return [];
      return life.last(...rule.settledBy) > at ? [] : [{ at, code: rule.code, note: rule.note }];
    })
    .sort((a, b) => a.at - b.at);
}

/** A tax message calls only where it asks for a payment; a hold that says it is lifted calls no more. */
const isCall = (code: string, { member }: ThreadStep): boolean =>
  code === '13' ? member.facts.attention === 'act' : member.facts.attention !== 'info';

/** The earliest limit among the requests of one kind that nothing has settled yet. */
export function earliestLimit(life: Life): string | null {
  const limits = life.steps.flatMap((step, at) => {
    const code = codeOf(step);
    const rule = code === '06' || code === '18' ? RULES[code] : undefined;
    const { deadline } = step.member.facts;
    if (rule === undefined || deadline === null || life.last(...rule.settledBy) > at) return [];
    return [deadline];
  });
  return limits.sort()[0] ?? null;
}
