import { tradeHint } from '../../../../shared/catalogue/trade-hint.ts';
import { dmsType } from '../../../../shared/catalogue/dms.ts';
import type { Trade } from '../../../../shared/thread.ts';
import { versionOf } from './thread-member.ts';
import type { ThreadStep } from './thread-order.ts';

/** The declaration's events, oldest first, asked by function code; `13/4` asks for that status of a 13. */
export interface Life {
  readonly steps: readonly ThreadStep[];
  has(...codes: readonly string[]): boolean;
  /** Place of the last event with one of these codes; -1 for none. */
  last(...codes: readonly string[]): number;
  lastBefore(place: number, ...codes: readonly string[]): number;
  first(...codes: readonly string[]): number;
  /**
   * Whether what stands at one place says more than what stands at another: it is of a higher version of the
   * declaration, or where versions do not tell, it comes later.
   */
  outweighs(place: number, other: number): boolean;
  /** Place of the event with this code that no other with it outweighs; -1 for none. */
  weightiest(code: string): number;
  /** Places of all events with one of these codes. */
  places(...codes: readonly string[]): readonly number[];
  /** Whether one is of a type that is not in the catalogue. */
  readonly hasUnknown: boolean;
  /** Whether beside these there is a message that could not be read. */
  readonly hasUnread: boolean;
}

export function lifeOf(steps: readonly ThreadStep[]): Life {
  const life = steps.filter(({ member }) => member.facts.kind === 'dms');
  const names = life.map((step) => [codeOf(step), `${codeOf(step)}/${step.member.facts.statusCode ?? ''}`]);
  const isOne = (codes: readonly string[]) => (name: readonly string[]) =>
    codes.some((code) => name.includes(code));
  const versions = life.map(({ member }) => versionOf(member));
  const places = (codes: readonly string[]) =>
    names.flatMap((name, place) => (isOne(codes)(name) ? [place] : []));
  const outweighs = (place: number, other: number) => {
    const [one, two] = [versions[place] ?? null, versions[other] ?? null];
    return one === null || two === null || one === two ? place > other : one > two;
  };
  return {
    steps: life,
    outweighs,
    places: (...codes) => places(codes),
    weightiest: (code) => weightiestOf(places([code]), versions),
    has: (...codes) => names.some(isOne(codes)),
    last: (...codes) => lastOf(names, isOne(codes)),
    lastBefore: (place, ...codes) => lastOf(names.slice(0, place), isOne(codes)),
    first: (...codes) => names.findIndex(isOne(codes)),
    hasUnknown: life.some(({ member }) => dmsType(member.facts.functionCode ?? '') === null),
    hasUnread: steps.some(({ member }) => member.facts.kind === 'unrecognised'),
  };
}

/** The last of those that no other outranks by its version. */
function weightiestOf(places: readonly number[], versions: readonly (number | null)[]): number {
  const known = places.map((place) => versions[place] ?? null).filter((version) => version !== null);
  const highest = Math.max(...known);
  const standing = places.filter((place) => (versions[place] ?? highest) >= highest);
  return standing.at(-1) ?? places.at(-1) ?? -1;
}

/** `findLastIndex`, which ES2022 lacks. */
function lastOf<T>(all: readonly T[], isIt: (one: T) => boolean): number {
  for (let place = all.length - 1; place >= 0; place -= 1) if (isIt(all[place] as T)) return place;
  return -1;
}

/** `03` names three things; these are the codes by which a life knows them. */
export function codeOf({ member: { facts } }: ThreadStep): string {
  if (facts.functionCode !== '03') return facts.functionCode ?? '';
  if (facts.errors.length === 0) return CANCELLING;
  return facts.errors.every(({ code }) => LAPSED.has(code)) ? LAPSING : REJECTING;
}

export const REJECTING = '03 with errors';
/** HMRC's exports service reads a 03 without Error as the end of a cancelled declaration. */
export const CANCELLING = '03 without errors';
export const LAPSING = '03 lapsed';

/** No arrival within 30 days; the second is the form used before December 2021. */
const LAPSED: ReadonlySet<string> = new Set(['CDS12046', 'DMS12046']);

/**
 * Import or export, where it can be told: by the MRN, else by the types that only one trade has.
 */
export function tradeOf(mrn: string | null, life: Life): Trade | null {
  const hint = tradeHint(mrn);
  if (hint !== null) return hint;
  const [imported, exported] = [life.has('13', '14', '15', '50'), life.has('16', '18')];
  if (imported === exported) return null;
  return imported ? 'import' : 'export';
}
