import type { DecodedError } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeWords } from '../codes/code-words.ts';
import { listName } from '../codes/list-name.ts';
import { capitalised } from '../details/details.ts';
import { describePlace } from '../places/describe-place.ts';
import { ruleWords } from './rule-words.ts';

/**
 * One error in what was sent: what is wrong, by which rule, and where. What was sent stands in the description alone, as it
 * may name a person.
 */
export function functionalError(error: XmlElement): DecodedError {
  const code = error.text('errorCode') ?? 'none';
  const pointer = error.text('errorPointer');
  const rule = error.text('errorReason');
  const sent = error.text('originalAttributeValue');
  const place = placeOf(code, pointer);
  return {
    code,
    meaning: meaningOf(code, rule),
    advisory: false,
    pointer,
    path: place?.words ?? null,
    dataElement: place?.element ?? null,
    // The pointer counts positions; an item's own number may be another.
    item: null,
    description: sent === null ? null : `Sent: ${sent}`,
    nextStep: ADVICE[code] ?? null,
  };
}

function placeOf(code: string, pointer: string | null): { words: string; element: string | null } | null {
  if (pointer === null) return null;
  const place = describePlace(pointer);
  // Guideline G0009: for these two the pointer is the MRN itself.
  if (POINTS_TO_MRN.has(code) && !pointer.includes('/')) return { words: `MRN ${pointer}`, element: null };
  return place;
}

const POINTS_TO_MRN: ReadonlySet<string> = new Set(['90', '93']);

/** The rule's own number is kept: it is what a help desk asks for. */
function meaningOf(code: string, rule: string | null): string {
  const words = codeWords('CL180', code);
  const start = words === null ? `Error ${code}, whose meaning is not known here` : capitalised(words);
  return rule === null || rule === 'N/A' ? `${start}.` : `${start}: ${rule}${ruleText(rule)}`;
}

function ruleText(rule: string): string {
  const list = listName(rule);
  if (list !== null) return ` (${list}).`;
  const known = ruleWords(rule);
  if (known === null) return '.';
  if (known.words !== null) return `. ${known.words}.`;
  if (known.about.length === 0) return '.';
  return `. The rule is about: ${known.about.join('; ')}.`;
}

/** What mends it, by the code alone. */
const ADVICE: Readonly<Record<string, string>> = {
  '12': 'Give a code from the list that is named.',
  '13': 'Add what is missing.',
  '14': 'Correct it so that the rule is kept.',
  '15': 'Take it out, or correct what it depends on.',
  '26': 'Send the message again under a message identification that was never used.',
  '50': 'Ask the NCTS help desk: rules of this kind ended on 21 January 2025.',
  '51': 'Ask whoever makes the software that sent the message.',
  '52': 'Ask whoever makes the software that sent the message.',
  '90': 'Check the MRN, then send the message again.',
  '92': 'See what customs answered last: the movement has gone past what was asked.',
  '93': 'Check the MRN, then send the message again.',
};
