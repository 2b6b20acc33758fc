import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeWords } from '../codes/code-words.ts';
import { incidentDetails } from '../details/incident-details.ts';
import { dateWords, detail } from '../details/details.ts';
import { says, type TransitReader } from './transit-reading.ts';

/** IE182: incidents on the way that customs registered. HMRC sends it for information. */
export const incidentOnTheWay: TransitReader = (body) => {
  const incidents = body?.child('Consignment')?.children('Incident') ?? [];
  return {
    ...says(
      'watch',
      'unknown',
      'Incident on the way',
      'An incident happened on the way and was registered by customs. You need not answer.',
      'Ask the carrier if anything is unclear: the goods may be on another vehicle or under new seals.',
    ),
    keyFact: keyFactOf(incidents),
    details: [
      ...detail(
        'Notice given',
        dateWords(body?.text('TransitOperation', 'incidentNotificationDateAndTime') ?? null),
      ),
      ...incidents.flatMap((incident, place) => numbered(incident, place, incidents.length)),
    ],
  };
};

function keyFactOf(incidents: readonly XmlElement[]): string | null {
  if (incidents.some((incident) => incident.child('Transhipment') !== null))
    return 'goods moved to another vehicle';
  const [only, ...others] = incidents;
  if (only === undefined) return null;
  return others.length > 0 ? `${incidents.length} incidents` : codeWords('CL019', only.text('code') ?? '');
}

const numbered = (incident: XmlElement, place: number, of: number): readonly DecodedDetail[] =>
  incidentDetails(incident).map(({ name, value }) => ({
    name: of === 1 ? name : `Incident ${incident.text('sequenceNumber') ?? String(place + 1)}: ${name}`,
    value,
  }));
