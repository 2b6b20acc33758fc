import type { XmlElement } from '../xml/xml-element.ts';
import { joinTarget } from './pointers/join-target.ts';
import { readPointerSteps, type PointerStep } from './pointers/pointer-steps.ts';
import { wcoLimit, type WcoDate } from './wco-date.ts';

/** One AdditionalInformation of a Response. */
export interface Statement {
  /** StatementTypeCode such as `AFB`. */
  readonly type: string | null;
  /** StatementCode such as `A2`. */
  readonly code: string | null;
  readonly text: string | null;
  readonly limit: WcoDate;
  /** The Error or Amendment that it explains, by its 1-based number; null where it stands by itself. */
  readonly explains: { readonly of: 'error' | 'amendment'; readonly number: number } | null;
  readonly steps: readonly PointerStep[];
}

/**
 * The AdditionalInformation of a Response, each joined to the Error or Amendment that its pointer names. `place`:
 * 1-based, of the Response in its MetaData.
 */
export function readStatements(response: XmlElement, place = 1): readonly Statement[] {
  const read = response.children('AdditionalInformation').map((element) => {
    const steps = readPointerSteps(element);
    return { element, steps, target: joinTarget(steps, place) };
  });
  if (read.length === 0) return [];
  const numbers = {
    error: numbering(read, 'error', response.children('Error').length),
    amendment: numbering(read, 'amendment', response.children('Amendment').length),
  };
  return read.map((each, index) => {
    const { element, steps, target } = each;
    const number = target === null ? null : (numbers[target.of].get(index) ?? null);
    return {
      type: element.text('StatementTypeCode'),
      code: element.text('StatementCode'),
      text: element.text('StatementDescription'),
      limit: wcoLimit(element, 'LimitDateTime'),
      explains: target === null || number === null ? null : { of: target.of, number },
      steps,
    };
  });
}

type Of = 'error' | 'amendment';

/**
 * Which one each statement speaks of, by the statement's index. The pointer's number counts, and the place among
 * the statements where it has none. Where CDS reports several amendment requests in one message, the numbers
 * start again with each request: then the place counts for all of them. What names none that is there has no entry.
 */
function numbering(
  read: readonly { readonly target: { readonly of: Of; readonly number: number | null } | null }[],
  of: Of,
  held: number,
): ReadonlyMap<number, number> {
  const all = read.flatMap(({ target }, index) =>
    target?.of === of ? [{ index, number: target.number }] : [],
  );
  const byPlace = of === 'amendment' && all.length === held && startsAgain(all.map(({ number }) => number));
  return new Map(
    all
      .map(({ index, number }, place): [number, number] => [
        index,
        byPlace ? place + 1 : (number ?? place + 1),
      ])
      .filter(([, number]) => number <= held),
  );
}

/** Whether numbers such as 1, 2, 1, 2, 3 are several counts one after the other, with no gap in any. */
const startsAgain = (numbers: readonly (number | null)[]): boolean =>
  numbers.every((number, place) => number === 1 || (place > 0 && number === (numbers[place - 1] ?? 0) + 1)) &&
  numbers.indexOf(1) !== numbers.lastIndexOf(1);

/** The statements about one Error or Amendment, by its 1-based number. */
export function statementsAbout(
  of: Of,
  statements: readonly Statement[],
): (number: number) => readonly Statement[] {
  const held = new Map<number, Statement[]>();
  for (const statement of statements) {
    if (statement.explains?.of !== of) continue;
    const { number } = statement.explains;
    held.set(number, [...(held.get(number) ?? []), statement].slice(0, MOST_ABOUT_ONE));
  }
  return (number) => held.get(number) ?? [];
}

/** Far more than any message has, so that a hostile one costs little. */
const MOST_ABOUT_ONE = 50;

/** What customs says in words of one Error or Amendment, each text once; null where nothing. */
export function explanation(about: readonly Statement[], own: string | null): string | null {
  const texts = about.flatMap(({ text }) => text ?? []);
  const all = [...new Set(own === null ? texts : [own, ...texts])];
  return all.length === 0 ? null : all.join(' / ');
}
