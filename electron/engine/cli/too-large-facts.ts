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
