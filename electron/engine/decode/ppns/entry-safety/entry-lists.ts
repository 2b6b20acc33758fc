import { blankFacts } from '../../../../../shared/blank-facts.ts';
import type { Facts } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';

/** Whether a document lists what waits to be fetched, in place of a message. */
export const isEntryList = ({ name }: XmlElement): boolean =>
  name === 'entryDeclarationResponses' || name === 'advancedNotifications';

/** A list of outcomes, of which one with an MRN is an acceptance and one without a rejection; or of do-not-load notices. */
export function entryLists(root: XmlElement): Facts {
  const entries = root.children();
  const mrns = entries.flatMap((entry) => entry.text('MRN') ?? entry.text('mrn') ?? []);
  const known = {
    ...blankFacts,
    kind: 'ppns' as const,
    type: root.name,
    references: mrns.map((value) => ({ kind: 'mrn', value })),
    nextStep: 'Fetch each of them with the software that sent the declarations.',
    outcome: 'unknown' as const,
  };
  if (root.name === 'advancedNotifications') {
    return {
      ...known,
      title: entries.length === 1 ? 'A do-not-load notice waits' : 'Do-not-load notices wait',
      meaning: 'Notices about entry summary declarations wait to be fetched. Each may stop the loading.',
      keyFact: `${entries.length} waiting`,
      attention: entries.length === 0 ? 'info' : 'act',
    };
  }
  const rejected = entries.length - mrns.length;
  return {
    ...known,
    title: 'Entry declaration outcomes wait',
    meaning:
      'Outcomes of entry summary declarations wait to be fetched. One with an MRN is an acceptance, one without a rejection.',
    keyFact: `${mrns.length} accepted, ${rejected} rejected`,
    attention: rejected > 0 ? 'act' : 'watch',
  };
}
