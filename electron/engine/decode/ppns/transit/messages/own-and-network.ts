import { capitalised } from '../details/details.ts';
import { says, type TransitReader } from './transit-reading.ts';

/** A message that the trader sent, should it come back in a box or a file. */
const sent =
  (name: string): TransitReader =>
  () =>
    says(
      'info',
      'unknown',
      `You sent it: ${name}`,
      `This is ${name} that you sent yourself. It says nothing new from customs.`,
    );

/** What traders send, by number. */
export const SENT: Readonly<Record<string, TransitReader>> = {
  '007': sent('an arrival notification'),
  '013': sent('an amendment of a transit declaration'),
  '014': sent('a request to cancel a transit declaration'),
  '015': sent('a transit declaration'),
  '044': sent('unloading remarks'),
  '054': sent('a request to release the goods'),
  '141': sent('an answer about goods that have not arrived'),
  '170': sent('a presentation notification for pre-lodged goods'),
};

/** A message between customs systems, or to a guarantor, which no trader's box should get. */
const between =
  (name: string): TransitReader =>
  () =>
    says(
      'watch',
      'unknown',
      `Unexpected transit message: ${name}`,
      `${capitalised(name)}: a message of the customs network, which a trader’s box should not get.`,
      'Open it, and ask HMRC why it was sent.',
    );

/** What customs systems and guarantors send one another, by number. */
export const NETWORK: Readonly<Record<string, TransitReader>> = {
  '017': between('departure control results'),
  '023': between('a notice to the guarantor'),
  '040': between('cancellation of transit, to the export system'),
  '042': between('control results at destination, to the export system'),
  '048': between('recovery, to the export system'),
  '190': between('presentation of transit, to the export system'),
  '191': between('answer to a presentation of transit, from the export system'),
  '228': between('comprehensive guarantee cancelled, to the guarantor'),
};
