import type { Facts } from '../../../shared/notification.ts';

/** A file that is too large to be one of a source's messages, as a notification that nobody could read. */
export function tooLargeFacts(largestBytes: number): Facts {
  return {
    kind: 'unrecognised',
    type: 'unknown',
    functionCode: null,
    statusCode: null,
    title: 'File not read',
    meaning: 'The file is larger than any message that a source sends, so it was not read.',
    nextStep: 'Check that it is the right file. If it holds many messages, split it.',
    attention: 'watch',
    outcome: 'unknown',
    mrn: null,
    lrn: null,
    version: null,
    messageId: null,
    conversationId: null,
    issuedAt: null,
    trader: null,
    references: [],
    errors: [],
    payments: [],
    deadline: null,
    problems: [`larger than ${largestBytes / 1024 / 1024} MB`],
  };
}
