import { capitalised } from '../details/details.ts';
import { dataElement } from './data-elements.ts';
import { pointerSteps, type PointerStep } from './pointer-steps.ts';
import { partedName, stepWords } from './step-words.ts';

/** A place in a message that was sent, for a person. */
export interface Place {
  /** `House consignment 2, item 10, commodity code (digits 7 and 8)`. */
  readonly words: string;
  /** Number of the data element; null where the place has none or is not known. */
  readonly element: string | null;
  /** The code list of the value there. */
  readonly list: string | null;
}

/**
 * The place that a functional error points to (guideline G0009: an XPath into the message that was refused). The root is left
 * out, as the title names that message; alone it means the message as a whole. Null for what is no path.
 */
export function describePlace(pointer: string): Place | null {
  const steps = pointerSteps(pointer);
  if (steps === null) return null;
  const [root, ...below] = steps;
  const hasRoot = root !== undefined && isRoot(root);
  const inside = hasRoot ? below : steps;
  if (inside.length === 0) {
    return root === undefined
      ? null
      : { words: capitalised(rootWords(root.name)), element: null, list: null };
  }
  const known = dataElement(inside.map(({ name }) => `/${name}`).join(''));
  return {
    words: capitalised(wordsOf(inside).join(', ')),
    element: known?.element ?? null,
    list: known?.list ?? null,
  };
}

/** Also one with a wrong letter in it, as HMRC's own tests have: `XC015C`, `*`. */
const isRoot = ({ name }: PointerStep): boolean => name === '*' || ROOT.test(name);

const ROOT = /^[A-Z]{1,2}\d{3}[A-Z]?(?:Type)?$/i;

/** The message that was refused, by its root. */
export function rootWords(root: string): string {
  const number = /\d{3}/.exec(root)?.[0];
  const words = number === undefined ? undefined : SENT[number];
  return words === undefined ? 'the message as a whole' : `${words} (IE${number ?? ''}) as a whole`;
}

const SENT: Readonly<Record<string, string>> = {
  '007': 'your arrival notification',
  '013': 'your amendment',
  '014': 'your cancellation request',
  '015': 'your declaration',
  '044': 'your unloading remarks',
  '054': 'your release request',
  '141': 'your answer about goods that have not arrived',
  '170': 'your presentation notification',
};

function wordsOf(steps: readonly PointerStep[]): readonly string[] {
  const words = steps.flatMap((step, place) => (isUnderstood(step, steps[place + 1]) ? [] : stepText(step)));
  // A group that says nothing is still a place where nothing else is named.
  return words.length > 0 ? words : steps.slice(-1).map(({ name }) => partedName(name));
}

/** Whether a step goes without saying before the next one. */
function isUnderstood({ name }: PointerStep, next: PointerStep | undefined): boolean {
  if (next === undefined) return false;
  const [outer, inner] = [name.toLowerCase(), next.name.toLowerCase()];
  return outer === 'transitoperation' || (outer === 'consignment' && ONE_A_CONSIGNMENT.has(inner));
}

const ONE_A_CONSIGNMENT: ReadonlySet<string> = new Set([
  'houseconsignment',
  'carrier',
  'locationofgoods',
  'incident',
]);

function stepText({ name, index }: PointerStep): readonly string[] {
  const known = stepWords(name);
  const words = known?.words ?? partedName(name);
  if (words === '') return [];
  const isSaid = index !== null && (known === null || known.isNumbered || index > 1);
  return [isSaid ? `${words} ${index}` : words];
}
