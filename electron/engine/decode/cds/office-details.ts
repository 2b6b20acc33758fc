import type { DecodedDetail } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Where to appeal and whom to ask. The schema has both; no published message fills them. */
export const officeDetails = (response: XmlElement): readonly DecodedDetail[] =>
  [
    ...response.children('AppealOffice').map((office) => ({ name: 'Appeal office', office })),
    ...response.children('ContactOffice').map((office) => ({ name: 'Contact office', office })),
  ].flatMap(({ name, office }) => {
    const parts = [office.text('ID'), ...office.children('Communication').map(channel)];
    const value = parts.filter((part) => part !== null).join(', ');
    return value === '' ? [] : [{ name, value }];
  });

function channel(communication: XmlElement): string | null {
  const id = communication.text('ID');
  if (id === null) return null;
  const type = communication.text('TypeCode');
  return type === null ? id : `${channels.get(type) ?? type} ${id}`;
}

/** UN/EDIFACT code list 3155. */
const channels: ReadonlyMap<string, string> = new Map([
  ['TE', 'telephone'],
  ['EM', 'e-mail'],
  ['FX', 'fax'],
]);
