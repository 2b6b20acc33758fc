import type { DecodedError } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { placeInWords } from './element-words.ts';

/** The functional errors of a refused entry summary declaration or amendment; it may come without any. */
export const entryErrors = (root: XmlElement): DecodedError[] => root.children('FUNERRER1').map(errorOf);

function errorOf(error: XmlElement): DecodedError {
  const code = error.text('ErrTypER11') ?? 'none';
  const pointer = error.text('ErrPoiER12');
  const original = error.text('OriAttValER14');
  const reason = error.text('ErrReaER13');
  return {
    code,
    meaning: MEANINGS.get(code) ?? null,
    advisory: false,
    pointer,
    path: pointer === null ? null : placeInWords(pointer),
    dataElement: null,
    item: itemIn(pointer),
    description: original === null ? reason : `${reason ?? 'Not accepted'} (sent: ${original})`,
    nextStep: null,
  };
}

const itemIn = (pointer: string | null): number | null => {
  const index = /GOOITEGDS[[(](\d{1,4})[\])]/.exec(pointer ?? '')?.[1];
  return index === undefined ? null : Number(index);
};

/** Functional errors of the import control schemas. 14 and 91 mean something else in transit, or nothing. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['12', 'This code or value is not allowed here.'],
  ['13', 'Something required is missing.'],
  ['14', 'This value is not supported in this place.'],
  ['15', 'This may not be given here.'],
  ['19', 'A number is not written as a decimal.'],
  ['26', 'This was sent before.'],
  ['35', 'This is repeated too often.'],
  ['37', 'It has characters of a kind that is not allowed here.'],
  ['38', 'A number lacks the digit before its decimal point.'],
  ['39', 'It is too long.'],
  ['40', 'It is too short.'],
  ['90', 'This MRN is not known.'],
  ['91', 'This MRN is in use already.'],
  ['92', 'The message came out of sequence.'],
  ['93', 'This is not a valid MRN.'],
]);
