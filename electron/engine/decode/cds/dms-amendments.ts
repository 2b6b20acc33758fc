import type { DecodedAmendment, DecodedDetail } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { amendedSection, amendedValue } from './amended-value.ts';
import { lowerFirst } from './lower-first.ts';
import { describePointer } from './pointers/describe-pointer.ts';
import { locatePointer, type Trade } from './pointers/locate-pointer.ts';
import { readPointerSteps } from './pointers/pointer-steps.ts';
import { explanation, statementsAbout, type Statement } from './statements.ts';

export interface ReadAmendments {
  readonly amendments: readonly DecodedAmendment[];
  /** What amended fields hold now, where the message shows it for certain. */
  readonly values: readonly DecodedDetail[];
}

/**
 * The Amendments of a DMSRES, in order. `amended` is its second Declaration, which holds only the parts that
 * changed and is never the declaration that the message is about.
 */
export function readAmendments(
  response: XmlElement,
  amended: XmlElement | null,
  { trade, statements }: { readonly trade: Trade | null; readonly statements: readonly Statement[] },
): ReadAmendments {
  const about = statementsAbout('amendment', statements);
  const read = response.children('Amendment').map((amendment, index) => {
    const reason = amendment.text('ChangeReasonCode');
    const steps = readPointerSteps(amendment);
    const location = locatePointer(steps, trade);
    const section =
      amended === null || index >= MOST_VALUES ? null : amendedSection(amended, location.places);
    const { pointer, path, dataElement, item } = describePointer(steps, {
      trade,
      typeCode: section?.text('IdentificationTypeCode') ?? section?.text('TypeCode') ?? null,
    });
    const value = section === null ? null : amendedValue(section, location.fields);
    return {
      amendment: {
        reason,
        meaning: reasonMeanings.get(reason ?? '') ?? null,
        pointer,
        path,
        dataElement,
        item,
        description: explanation(about(index + 1), null),
      },
      value: value === null || path === null ? null : { name: `Now, ${lowerFirst(path)}`, value },
    };
  });
  return {
    amendments: read.map(({ amendment }) => amendment),
    values: distinct(read.flatMap(({ value }) => value ?? [])),
  };
}

/** Four times what was ever seen in one message: each look into the fragment costs as much as it holds. */
const MOST_VALUES = 200;

/** HMRC publishes no list. 16 is what arrivals bring; 32 is what its own exports service sends with an amendment. */
const reasonMeanings: ReadonlyMap<string, string> = new Map([
  ['16', 'Set by the arrival'],
  ['32', 'Amended by the trader'],
]);

const distinct = (details: readonly DecodedDetail[]): readonly DecodedDetail[] => [
  ...new Map(details.map((detail) => [`${detail.name}\n${detail.value}`, detail])).values(),
];
