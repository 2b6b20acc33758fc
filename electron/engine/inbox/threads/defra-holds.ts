import { defraRank } from '../../../../shared/catalogue/defra-decisions.ts';
import { readDefraDetail } from '../../../../shared/catalogue/defra-detail.ts';
import type { Facts } from '../../../../shared/notification.ts';
import type { Life } from './life.ts';

/**
 * Places of the DMSALV that keep a goods item from being released, the worst decision first. Each item has its own
 * decisions and of each item only the latest counts, so that a release of one says nothing of another. A decision that
 * names no item is about all of them.
 */
export function heldByDefra(life: Life): readonly number[] {
  const messages = life.places('50').flatMap((place) => {
    const step = life.steps[place];
    return step === undefined ? [] : [{ place, verdicts: verdictsOf(step.member.facts) }];
  });
  const items = new Set(messages.flatMap(({ verdicts }) => [...verdicts.keys()]));
  const holds = new Map<number, Verdict>();
  for (const item of items) {
    const about = messages.flatMap(({ place, verdicts }) => {
      const verdict = verdicts.get(item) ?? verdicts.get(ALL);
      return verdict === undefined ? [] : [{ place, verdict }];
    });
    const place = life.weightiestOf(about.map((one) => one.place));
    const verdict = about.find((one) => one.place === place)?.verdict;
    if (verdict !== undefined && !verdict.isRelease)
      holds.set(place, worstOf([holds.get(place) ?? verdict, verdict]));
  }
  return [...holds].sort(([a, one], [b, other]) => one.rank - other.rank || b - a).map(([place]) => place);
}

interface Verdict {
  readonly isRelease: boolean;
  /** The lower the worse. */
  readonly rank: number;
}

/** The goods as a whole, beside the numbers of their items. */
const ALL = null;

/** The worst decision on each item. One that names none is about the goods of an Error that no other decision names. */
function verdictsOf(facts: Facts): ReadonlyMap<number | null, Verdict> {
  const decisions = facts.details.flatMap((detail) => readDefraDetail(detail) ?? []);
  const named = new Set(decisions.map(({ item }) => item));
  const rest = facts.errors.flatMap(({ item }) => (item === null || named.has(item) ? [] : [item]));
  const verdicts = new Map<number | null, Verdict>();
  const add = (item: number | null, verdict: Verdict) =>
    verdicts.set(item, worstOf([verdicts.get(item) ?? verdict, verdict]));
  const whole = rest.length === 0 ? [ALL] : rest;
  for (const { item, decision } of decisions) {
    const verdict = { isRelease: decision.group === 'release', rank: defraRank(decision) };
    for (const each of item === null ? whole : [item]) add(each, verdict);
  }
  if (decisions.length === 0) for (const item of whole) add(item, undecided(facts));
  return verdicts;
}

/** Without a decision the message stands for itself: it holds the goods unless it says otherwise. */
const undecided = ({ attention }: Facts): Verdict => ({ isRelease: attention === 'info', rank: UNDECIDED });

const UNDECIDED = Number.MAX_SAFE_INTEGER;

const worstOf = ([one, other]: readonly [Verdict, Verdict]): Verdict => (other.rank < one.rank ? other : one);
