import type { Life } from './life.ts';
import { versionOf } from './thread-member.ts';

/** Whether the declaration has come so far that nothing can reject it as a whole any more. */
export const isPastRejecting = (life: Life): boolean => life.has(...PAST);

/** Whether a rejection came before the declaration stood, and is not known to be of something sent after it. */
export const isBeforeAllThatStands = (life: Life, place: number): boolean =>
  place < life.first(...PAST) && !isOfSomethingLater(life, place);

const PAST = ['01', '07', '08', '13/115', '13/4'] as const;

/**
 * Whether a rejection before any acceptance is of something that was sent after the declaration had been registered,
 * such as an amendment, as far as it can be told: every submission has a conversation of its own, but an answer may
 * also come under the first one. Where nothing tells, the rejection is taken for the declaration's own.
 */
export function isOfSomethingLater(life: Life, place: number): boolean {
  const registration = life.first('02');
  const [first, rejection] = [life.steps[registration]?.member, life.steps[place]?.member];
  if (first === undefined || rejection === undefined || registration > place) return false;
  if ((versionOf(rejection) ?? 1) > 1 || areKnownToDiffer(first.facts.lrn, rejection.facts.lrn)) return true;
  const [one, other] = [first.facts.conversationId, rejection.facts.conversationId];
  if (one !== null && other !== null) return one !== other;
  // A request was answered, or tax worked out, so what had been declared stood by then.
  return life.places('11', '13').some((between) => between > registration && between < place);
}

const areKnownToDiffer = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;
