import type { QuietRule } from '../../../../shared/quiet.ts';
import type { ThreadStatusCode, Trade } from '../../../../shared/thread.ts';
import { REJECTING, type Life } from './life.ts';
import { openEvents, openLimits } from './open-events.ts';
import { standingOf } from './standing.ts';
import type { Story } from './story.ts';
import { timeOf } from './thread-member.ts';

/** Something that is expected of a declaration. `at` is epoch milliseconds: what it counts from, or the limit itself. */
export interface Wait {
  readonly rule: QuietRule;
  readonly at: number;
}

/**
 * What is expected of a declaration by all that was said about it, at most one entry a rule. Nothing of one that is
 * finished. Where something is open the broker knows what it waits for, so that only a limit is watched; a request that
 * was refused is nothing that goods wait for which are free.
 */
export function waitsOf({ life, trade }: Story): readonly Wait[] {
  if (life.steps.length === 0) return [];
  const standing = standingOf(life, trade);
  if (standing.over) return [];
  const isFree = life.has('09');
  if (openEvents(life).some(({ code }) => code !== null || !isFree)) return documents(life);
  return EXPECTED[standing.code]?.(life, trade) ?? [];
}

type Expected = (life: Life, trade: Trade | null) => readonly Wait[];

/** What is expected of a declaration that stands here. A release leaves only the sums open. */
const EXPECTED: Readonly<Partial<Record<ThreadStatusCode, Expected>>> = {
  registered: (life) => registration(life),
  accepted: (life) => [...clearance(life), ...finalTax(life)],
  waiting: (life) => [...clearance(life), ...finalTax(life)],
  released: (life) => finalTax(life),
  cleared: (life, trade) => exit(life, trade),
  'cleared-amended': (life, trade) => exit(life, trade),
};

function documents(life: Life): readonly Wait[] {
  const [limit] = openLimits(life).filter(({ at }) => life.places('06').includes(at));
  return limit === undefined ? [] : timed('documents', limit.deadline);
}

/** The receipt of a request is answered by a 11 or a rejection; one that stays over is that of an arrival. */
function registration(life: Life): readonly Wait[] {
  const [registered = -1, ...later] = life.places('02');
  let arrivals = later;
  for (const answer of life.places('11', REJECTING)) {
    const request = arrivals.filter((receipt) => receipt < answer).at(-1);
    arrivals = arrivals.filter((receipt) => receipt !== request);
  }
  const arrival = arrivals.at(-1);
  return arrival === undefined
    ? waitFrom(life, 'registration', registered)
    : waitFrom(life, 'arrival', arrival);
}

const exit: Expected = (life, trade) => (trade === 'export' ? waitFrom(life, 'exit', life.last('09')) : []);

const clearance = (life: Life): readonly Wait[] => waitFrom(life, 'clearance', life.last('01'));

/** A pre-lodged declaration is calculated before it is accepted; only then is the final calculation due. */
function finalTax(life: Life): readonly Wait[] {
  const [acceptance, calculation] = [life.last('01'), life.last('13/67', '13/115')];
  if (acceptance < 0 || calculation < 0 || life.has('13/4')) return [];
  return waitFrom(life, 'final-tax', Math.max(acceptance, calculation));
}

function waitFrom(life: Life, rule: QuietRule, place: number): readonly Wait[] {
  const step = life.steps[place];
  return step === undefined ? [] : timed(rule, timeOf(step.member));
}

/** A date that is no date makes no wait. */
function timed(rule: QuietRule, instant: string): readonly Wait[] {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? [] : [{ rule, at }];
}
