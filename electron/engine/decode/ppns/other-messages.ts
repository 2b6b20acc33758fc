import type { Facts } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { blankFacts } from '../../../../shared/blank-facts.ts';
import type { Members } from './members.ts';

/** Whether a JSON message says that the results of an ISA return are ready. */
export const isIsaMessage = (message: Members): boolean =>
  message.text('returnResultsLocation', 'returnResultsSummaryLocation', 'reportResultsSummaryLocation') !==
  null;

export function isaFacts(message: Members): Facts {
  const records = message.text('totalRecords');
  const pages = message.text('numberOfPages');
  const size = records === null ? '' : ` ${records} records${pages === null ? '' : ` on ${pages} pages`}.`;
  return {
    ...blankFacts,
    kind: 'ppns',
    type: 'ISA_RETURN_RESULTS',
    title: 'ISA return results are ready',
    meaning: `HMRC has checked a monthly ISA return.${size}`,
    nextStep: 'Fetch the results with the software that sent the return.',
    attention: 'watch',
    outcome: 'unknown',
  };
}

/** A JSON message of a producer that is not known here. */
export const otherJsonFacts = (message: Members | null): Facts => ({
  ...blankFacts,
  kind: 'ppns',
  ...OTHER,
  type: (message?.text('messageType', 'notificationType', 'type', 'eventType') ?? 'JSON').slice(0, 64),
  messageId: message?.text('messageId') ?? null,
  conversationId: message?.text('correlationId', 'conversationId') ?? null,
});

/** An XML message of a producer that is not known here. */
export const otherXmlFacts = (root: XmlElement): Facts => ({
  ...blankFacts,
  kind: 'ppns',
  ...OTHER,
  type: root.name.slice(0, 64),
});

const OTHER = {
  title: 'Message of an unknown kind',
  meaning: 'This has the form of no message that Quayside has a description for. It is shown as it came.',
  nextStep: 'Read the message itself, and look in the service that sent it.',
  attention: 'watch',
  outcome: 'unknown',
} as const satisfies Partial<Facts>;

/** A message that is kept as it came because nothing can be read from it. */
export const unrecognisedFacts = (problem: string): Facts => ({
  ...blankFacts,
  kind: 'unrecognised',
  type: 'unknown',
  title: 'Message not understood',
  meaning: 'Quayside cannot read this message. It is kept exactly as it came.',
  nextStep: 'Read the message itself, and look in the service that sent it.',
  attention: 'watch',
  outcome: 'unknown',
  problems: [problem],
});
