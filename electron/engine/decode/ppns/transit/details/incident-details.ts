import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeText, codeWords } from '../codes/code-words.ts';
import { codedDetails, together } from './coded.ts';
import { detail } from './details.ts';
import { equipmentDetails, transportMeans } from './transport-details.ts';

/** One incident: what happened, where, who registered it, and what the goods travel on and under since. */
export function incidentDetails(incident: XmlElement): readonly DecodedDetail[] {
  const transfer = incident.child('Transhipment');
  const endorsement = incident.child('Endorsement');
  return [
    ...codedDetails(incident, [
      ['What happened', 'code', 'CL019'],
      ['In the words of the report', 'text'],
    ]),
    ...detail('Where', placeOf(incident.child('Location'))),
    ...(transfer === null
      ? []
      : [
          ...detail('Moved to another vehicle', vehicleOf(transfer)),
          ...codedDetails(transfer, [['In containers since', 'containerIndicator', 'CL027']]),
        ]),
    ...incident.children('TransportEquipment').flatMap((each) => equipmentDetails(each)),
    ...codedDetails(endorsement, [
      ['Endorsed on', 'date'],
      ['Endorsed by', 'authority'],
      ['Endorsed at', 'place'],
      ['Country of endorsement', 'country', 'CL008'],
    ]),
  ];
}

const vehicleOf = (transfer: XmlElement): string => {
  const means = transfer.child('TransportMeans');
  return (means === null ? null : transportMeans(means, 'CL750')) ?? 'yes; the message does not say which';
};

function placeOf(location: XmlElement | null): string | null {
  if (location === null) return null;
  const [gnss, address] = [location.child('GNSS'), location.child('Address')];
  const country = location.text('country');
  const where = [
    location.text('UNLocode'),
    gnss === null
      ? null
      : [gnss.text('latitude'), gnss.text('longitude')].filter((each) => each !== null).join(' '),
    ...['streetAndNumber', 'postcode', 'city'].map((member) => address?.text(member) ?? null),
    country === null ? null : codeText('CL008', country),
  ].filter((part) => part !== null && part !== '');
  const qualifier = location.text('qualifierOfIdentification');
  return together([
    qualifier === null ? null : (codeWords('CL038', qualifier) ?? qualifier),
    where.length === 0 ? null : where.join(', '),
  ]);
}
