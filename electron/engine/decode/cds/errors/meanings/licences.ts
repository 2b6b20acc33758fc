import type { Meanings } from './meaning.ts';

/** Licences and other documents in DE 2/3. */
export const licenceMeanings: Meanings = {
  CDS70711: [
    'No electronic licence exists under the number declared.',
    'Check the licence number and type in DE 2/3, and that the issuing body has sent the licence to HMRC.',
  ],
  CDS70719: [
    'The status code in DE 2/3 says that the licence is on paper, but the one quoted is electronic.',
    'Use the status code for an electronic licence.',
  ],
  CDS70724: [
    'The licence is not valid, so it cannot be used.',
    'Check its number, type and dates, and ask the issuing body if they are right.',
  ],
  CDS70739: [
    'An import licence is quoted on an export declaration.',
    'Quote the export licence, or correct the document code in DE 2/3.',
  ],
  CDS70740: [
    'The licence belongs to somebody else than the importer or exporter declared.',
    'Declare the licence holder as importer or exporter, or quote that party’s own licence.',
  ],
  CDS70758: [
    'The licence does not cover the country of destination declared.',
    'Check DE 5/8 against the licence, or quote one that covers the country.',
  ],
  CDS70760: [
    'The licence does not cover the goods of this item.',
    'Check the commodity code against the licence, or quote one that covers the goods.',
  ],
  CDS70761: [
    'Less is left on the licence than this declaration claims.',
    'Check the quantity claimed and its unit; quote a further licence for the rest.',
  ],
  CDS70791: ['The licence has no line with the number quoted.', 'Check the line number against the licence.'],
  CDS71115: [
    'An export licence is quoted on an import declaration.',
    'Quote the import licence, or correct the document code in DE 2/3.',
  ],
  CDS71200: [
    'Two documents of one goods item have the same code and the same ID.',
    'Remove one of them, or correct its ID in DE 2/3.',
  ],
  CDS71201: [
    'One licence is quoted with different status codes within the declaration.',
    'Use the same status code in DE 2/3 wherever this licence is quoted.',
  ],
  CDS71203: [
    'Status code EL or EP is used for a licence that can be used only once.',
    'Use the status code for a single-use licence.',
  ],
  CDS71204: [
    'The licence has been surrendered, so it cannot be used again.',
    'Quote a licence that is still in force.',
  ],
  CDS71206: [
    'Nothing is left on the licence.',
    'Quote a licence with a balance, or ask the issuing body for a new one.',
  ],
  CDS71216: [
    'The licence is inactive and can no longer be used.',
    'Quote a licence in force, or ask the issuing body why this one is inactive.',
  ],
  CDS71236: [
    'The licence does not cover the country of origin declared.',
    'Check DE 5/15 and 5/16 against the licence, or quote one that covers the country.',
  ],
  CDS71252: [
    'The licence does not cover the country of dispatch declared.',
    'Check DE 5/14 against the licence, or quote one that covers the country.',
  ],
  CDS71262: [
    'Status code EA is used on a declaration that is not of type Y, the only type that takes it.',
    'Use another status code in DE 2/3, or correct the declaration type in DE 1/2.',
  ],
  CDS73329: [
    'A licence cannot be quoted on this category and type of declaration.',
    'Remove the licence, or use a kind of declaration that takes it.',
  ],
  CDS77000: [
    'The document code in DE 2/3 needs the document’s ID, and there is none.',
    'Enter the reference number of the document.',
  ],
  CDS77001: [
    'A document of this category needs a quantity, and there is none.',
    'Enter quantity and unit with the document in DE 2/3.',
  ],
  CDS77002: [
    'The document code in DE 2/3 needs a status code, and there is none.',
    'Enter the document status code that the tariff’s document list allows.',
  ],
  CDS77003: [
    'The import declaration quotes a licence, and for that it needs a DUCR, which is missing.',
    'Add the DUCR in DE 2/1.',
  ],
  CDS77004: [
    'CDS could not set the quantity aside on the licence.',
    'Check the licence’s balance and state, then send it again; ask HMRC if it keeps failing.',
  ],
  CDS77005: [
    'A waiver is claimed for this category of document without giving the reason.',
    'Enter the reason for the waiver with the document in DE 2/3.',
  ],
};
