import { unrecognisedFacts } from '../../../shared/blank-facts.ts';
import type { Facts } from '../../../shared/notification.ts';

/** A file that is too large to be one of a source's messages, as a notification that nobody could read. */
export const tooLargeFacts = (largestBytes: number): Facts =>
  unrecognisedFacts(
    {
      title: 'File not read',
      meaning: 'The file is larger than any message that a source sends, so it was not read.',
      nextStep: 'Check that it is the right file. If it holds many messages, split it.',
    },
    `larger than ${largestBytes / 1024 / 1024} MB`,
  );

/** A file that has the form of nothing that one of our sources sends; who sent it is not known. */
export const unknownFormFacts = (bytes: Uint8Array): Facts =>
  unrecognisedFacts(
    {
      title: 'Not a message that Quayside knows',
      meaning:
        'This has the form of no message of HMRC’s, Mastercard’s or J.P. Morgan’s that Quayside reads.',
      nextStep: 'Check that it is the right file. If you know where it is from, name it with --source.',
    },
    formOf(bytes),
  );

function formOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)).trim();
  if (text === '') return 'the file is empty';
  if (text.startsWith('<')) return 'XML of no form that is known here, or damaged';
  return /^[[{"]/.test(text) ? 'JSON of no form that is known here' : 'neither XML nor JSON';
}

const LOOKED_AT = 4096;
