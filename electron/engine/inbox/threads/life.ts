import { PAYMENT_REFERENCE } from '../../../../shared/catalogue/detail-names.ts';
import { dmsType, isGrantedInPart } from '../../../../shared/catalogue/dms.ts';
import { isLapse } from '../../../../shared/catalogue/error-code.ts';
import { hasLeft } from '../../../../shared/catalogue/exit-result.ts';
import { tradeHint } from '../../../../shared/catalogue/trade-hint.ts';
import type { DecodedDetail } from '../../../../shared/notification.ts';
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
  /** The same among the events at these places. */
  weightiestOf(places: readonly number[]): number;
  /** Places of all events with one of these codes. */
  places(...codes: readonly string[]): readonly number[];
  /** Whether one is of a type whose meaning is not known. */
  readonly hasUnknown: boolean;
  /** Messages beside these that could not be read, oldest first. */
  readonly unread: readonly UnreadStep[];
}

/** `before`: the place of the first event of the life that comes after it; one past the last where none does. */
export interface UnreadStep {
  readonly step: ThreadStep;
  readonly before: number;
}

export function lifeOf(steps: readonly ThreadStep[]): Life {
  const life = steps.filter(isDms);
  const names = life.map((step) => [codeOf(step), `${codeOf(step)}/${resultOf(step)}`, ...taxNames(step)]);
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
    weightiestOf: (among) => weightiestOf(among, versions),
    has: (...codes) => names.some(isOne(codes)),
    last: (...codes) => lastOf(names, isOne(codes)),
    lastBefore: (place, ...codes) => lastOf(names.slice(0, place), isOne(codes)),
    first: (...codes) => names.findIndex(isOne(codes)),
    hasUnknown: life.some(({ member }) => isUnknown(member.facts.functionCode ?? '')),
    unread: steps.flatMap((step, place) =>
      step.member.facts.kind === 'unrecognised'
        ? [{ step, before: steps.slice(0, place).filter(isDms).length }]
        : [],
    ),
  };
}

const isDms = ({ member }: ThreadStep): boolean => member.facts.kind === 'dms';

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

/** HMRC listed 04 for a while and never said what it means. */
const isUnknown = (code: string): boolean => code === '04' || dmsType(code) === null;

/** `03` names three things and `16` two; these are the codes by which a life knows them. */
export function codeOf({ member: { facts } }: ThreadStep): string {
  if (facts.functionCode === '16') return hasLeft(facts.statusCode) ? '16' : UNKNOWN_EXIT;
  if (facts.functionCode !== '03') return facts.functionCode ?? '';
  if (facts.errors.length === 0) return CANCELLING;
  return isLapse(facts.errors.map(({ code }) => code)) ? LAPSING : REJECTING;
}

/**
 * The status, but of an answer that does not say how customs decided, or that decided both ways, only that; of a reminder
 * what it reminds of.
 */
function resultOf({ member: { facts } }: ThreadStep): string {
  if (facts.functionCode === '15') return facts.details.some(isReference) ? 'to pay' : 'short';
  if (facts.functionCode !== '11') return facts.statusCode ?? '';
  if (isGrantedInPart(facts.title)) return 'part';
  return DECISIONS.has(facts.statusCode ?? '') ? (facts.statusCode ?? '') : 'unclear';
}

const DECISIONS: ReadonlySet<string> = new Set(['39', '41']);

const isReference = ({ name }: DecodedDetail): boolean => name === PAYMENT_REFERENCE;

/** A tax message asks for a payment only where it calls for somebody. */
function taxNames({ member: { facts } }: ThreadStep): readonly string[] {
  if (facts.functionCode !== '13') return [];
  if (facts.attention === 'act') return [DEMAND];
  return facts.statusCode === '4' ? [NO_DEMAND, FINALLY_NO_DEMAND] : [NO_DEMAND];
}

/** A 13 that asks for an immediate payment, the two that do not, and the 15 that reminds of one. */
export const DEMAND = '13 to pay';
export const NO_DEMAND = '13 without a demand';
export const FINALLY_NO_DEMAND = '13/4 without a demand';
export const PAYMENT_REMINDER = '15/to pay';
/** The 15 that reminds of a 14. */
export const BALANCE_REMINDER = '15/short';
export const REJECTING = '03 with errors';
/** HMRC's exports service reads a 03 without Error as the end of a cancelled declaration. */
export const CANCELLING = '03 without errors';
export const LAPSING = '03 lapsed';
/** Neither proof that the goods left nor that they did not. */
export const UNKNOWN_EXIT = '16 with an unknown result';
export const UNCLEAR_ANSWER = '11/unclear';
/** One part of the request was granted, another refused. */
export const PARTIAL_GRANT = '11/part';

/**
 * Import or export, where it can be told: by the types that only one trade has, else by the MRN, which is no more than
 * a hint.
 */
export function tradeOf(mrn: string | null, life: Life): Trade | null {
  const [imported, exported] = [life.has('13', '14', '15', '50'), life.has('16', UNKNOWN_EXIT, '18')];
  if (imported === exported) return tradeHint(mrn);
  return imported ? 'import' : 'export';
}
