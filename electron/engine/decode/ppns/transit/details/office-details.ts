import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { officePhone, officeWords } from '../codes/office-words.ts';
import { partedName } from '../places/step-words.ts';
import { capitalised, detail } from './details.ts';

/** The customs offices that a message names, by their names; with their telephone numbers where somebody has to act. */
export const officeDetails = (
  body: XmlElement,
  { withPhone }: { readonly withPhone: boolean },
): readonly DecodedDetail[] =>
  body
    .children()
    .filter(({ name }) => name.startsWith(PREFIX))
    .flatMap((office) => {
      const number = office.text('referenceNumber');
      const phone = withPhone && number !== null ? officePhone(number) : null;
      const words = number === null ? null : officeWords(number);
      return detail(nameOf(office.name), phone === null ? words : `${words ?? ''}, telephone ${phone}`);
    });

const PREFIX = 'CustomsOffice';

/** `CustomsOfficeOfDestinationActual` is the office of destination, like the declared one: a message has one of them. */
const nameOf = (element: string): string =>
  capitalised(partedName(element.slice('Customs'.length).replace(/(?:Declared|Actual)$/, '')));
