import type { Meanings } from './meaning.ts';

/** Particular codes that may, must or must not go with others: valuation, tax, documents and parties. */
export const codeRuleMeanings: Meanings = {
  CDS12100: [
    'The delivery terms (DE 4/1) and a code for an addition or deduction (DE 4/9) contradict one another.',
    'Check which costs the delivery terms already include, and correct one of the two.',
  ],
  CDS12101: [
    'The tax type (DE 4/3) may not be declared with this additional procedure code (DE 1/11).',
    'Remove the tax line, or correct the additional procedure code.',
  ],
  CDS12102: [
    'A deferment account is given (DE 2/6), but no tax line is paid by deferment (DE 4/8).',
    'Use the deferred method of payment in DE 4/8, or remove the account number.',
  ],
  CDS12103: [
    'A declaration of type CO needs a valid country of destination (DE 5/8).',
    'Enter a destination that is allowed for CO, or correct the declaration type in DE 1/1.',
  ],
  CDS12104: [
    'The procedure code (DE 1/10) is not one for imports.',
    'Choose an import procedure code, or make an export declaration.',
  ],
  CDS12105: [
    'A code for an addition or deduction (DE 4/9) may not be used with this additional procedure code (DE 1/11).',
    'Remove the addition or deduction, or correct the additional procedure code.',
  ],
  CDS12106: [
    'Additional procedure code 1CL needs an additional information code (DE 2/2) that goes with it, and there is none.',
    'Add the code in DE 2/2 that the notes on 1CL name.',
  ],
  CDS12107: [
    'The simplification that the declaration asks for has conditions that are not met.',
    'Check the conditions in appendix 4 of the Trade Tariff, volume 3 for CDS; else declare without it.',
  ],
  CDS12108: [
    'The export declaration has no DUCR.',
    'Add the DUCR of the consignment as a previous document in DE 2/1.',
  ],
  CDS12109: [
    'A fixed exchange rate (DE 4/15) is declared, but not with currency code GBP.',
    'Give GBP with the rate, or remove the rate and let CDS use its own.',
  ],
  CDS12110: [
    'A quota order number (DE 8/1) may not be used with this preference code (DE 4/17).',
    'Use a preference code that claims a quota, or remove the order number.',
  ],
  CDS12111: [
    'A tax amount (DE 4/6 or 4/7) is declared in another currency than pounds sterling.',
    'Convert the amount and give its currency as GBP.',
  ],
  CDS12112: [
    'The place of loading (DE 5/21) is an airport, but no air freight is declared in DE 4/9.',
    'Add the addition or deduction code for air transport costs, or correct the place of loading.',
  ],
  CDS12113: [
    'With authorisation CGU (DE 3/39) the guarantee has to be of type 0 or 1 (DE 8/2), and it is not.',
    'Correct the guarantee type, or the authorisation.',
  ],
  CDS12114: [
    'The addition or deduction (DE 4/9) is a percentage, but the figure given is 100 or more.',
    'Enter the percentage, or use the code that takes an amount.',
  ],
  CDS12115: [
    'The procedure (DE 1/10 or 1/11) calls for document code 185C in DE 2/3, and it is missing.',
    'Add 185C with its details, or correct the procedure.',
  ],
  CDS12117: [
    'One party is declared both as importer (DE 3/16) and as buyer (DE 3/27).',
    'Leave the buyer out where it is the importer; else enter the right party.',
  ],
  CDS12118: [
    'Additional procedure code 17X calls for the consignor (DE 3/1), in the header or on the items but not at both.',
    'Declare the consignor at exactly one of the two levels.',
  ],
  CDS12119: [
    'A document in DE 2/3 may not be used with this procedure (DE 1/10 or 1/11).',
    'Remove the document, or correct the procedure.',
  ],
  CDS12120: [
    'This declaration type (DE 1/2) needs an authorisation that the declaration does not name.',
    'Add the authorisation: type and holder in DE 3/39, its reference in DE 2/3.',
  ],
  CDS12121: [
    'The additional information codes (DE 2/2) contradict one another.',
    'Check which of these codes may be used together, and remove the one that does not apply.',
  ],
  CDS12123: ['The figure is zero or less, and has to be more.', 'Enter the real figure.'],
  CDS12125: [
    'The deferment account cannot be used: CDS does not know it, it is suspended or revoked, or no declared party may use it.',
    'Check the number in DE 2/6, the state of the account, and the holder’s authority for the party that uses it.',
  ],
  CDS12132: [
    'The DUCR is not in the right format.',
    'Build it as year digit, country code and EORI number, hyphen, own reference; 35 characters at most.',
  ],
  CDS12133: [
    'The MUCR is not in a format that CDS knows.',
    'Check the MUCR with the carrier or consolidator who gave it.',
  ],
  CDS12134: [
    'Both the DUCR and the MUCR are in a wrong format.',
    'Correct both; the MUCR can be checked with the carrier or consolidator who gave it.',
  ],
  CDS12135: [
    'The country of export (DE 5/14) stands neither in the header nor on the items.',
    'Enter it in the header, or on each item where the countries differ.',
  ],
  CDS12136: [
    'On declaration types C, F, J, K, Y and Z this additional procedure code (DE 1/11) needs indirect representation (DE 3/21).',
    'Declare indirect representation, or change the additional procedure code or the declaration type.',
  ],
  CDS12137: [
    'The header of an import declaration names more than one MUCR (DE 2/1), and only one is allowed.',
    'Keep one MUCR in the header, and remove the others.',
  ],
  CDS12138: [
    'This additional procedure code (DE 1/11) may not be used on types J and K (entry in the declarant’s records).',
    'Change the additional procedure code, or use another declaration type.',
  ],
  CDS12139: [
    'A tax amount was entered by hand (DE 4/6 or 4/7) without additional information code OVR01 (DE 2/2).',
    'Add OVR01 with the reason, or remove the amount and let CDS calculate it.',
  ],
  CDS12141: [
    'NIDOM and NIIMP stand on one declaration; these codes in DE 2/2 are for different movements into Northern Ireland.',
    'Keep the code that fits the movement, and declare other movements apart.',
  ],
  CDS12143: [
    'NIREM and NIAID stand on one goods item; these codes in DE 2/2 exclude one another.',
    'Keep the one that applies to the item.',
  ],
  CDS12144: [
    'The quota order number (DE 8/1) starts with 09: that is an EU quota, which is not open to imports into the UK.',
    'Use the order number of the UK quota, or drop the quota claim.',
  ],
  CDS12145: [
    'Procedure 42 (DE 1/10) is declared without additional information code NIIMP (DE 2/2).',
    'Add NIIMP, or change the procedure.',
  ],
  CDS12146: [
    'Procedure 42 (DE 1/10) and additional information code OSR42 (DE 2/2) belong together, and the item has only one.',
    'Declare both on the item, or neither.',
  ],
  CDS12147: [
    'UVC01 is declared on a new declaration, and it is only for amendments.',
    'Remove UVC01; use it in an amendment request if one is made later.',
  ],
  CDS12148: [
    'Document C506 (deferment of payment) is declared, but the duty is not paid by deferment.',
    'Use the deferred method of payment (DE 4/8), or remove C506.',
  ],
  CDS12149: [
    'Additional procedure code 000 means that there is no other, yet another is declared (DE 1/11).',
    'Remove 000, or remove the other codes.',
  ],
  CDS12150: [
    'The authorisation number belongs to somebody else than the party declared for it.',
    'Check the number in DE 2/3 and the holder’s EORI in DE 3/39: they have to belong together.',
  ],
  CDS12151: [
    'The ID of a licence is used by another document of the same goods item (DE 2/3), and has to be its own.',
    'Give each document of the item its own ID; declare the licence only once.',
  ],
  CDS12152: [
    'Additional procedure code 1H7 (DE 1/11) is for super reduced data set declarations (SRDS) only, and there for every item.',
    'Put 1H7 on all items of an SRDS, or remove it.',
  ],
  CDS12153: [
    'EORI numbers that start with this country code are not accepted here.',
    'Use an EORI from a country that is accepted for this role, usually GB or XI.',
  ],
  CDS12154: [
    'Document code 999L (DE 2/3) is declared together with NIIMP, NIDOM or NIEXP on the item (DE 2/2).',
    'Remove 999L, or the NI code if it does not apply.',
  ],
  CDS12155: [
    'Document code 999L stands more than once on a goods item (DE 2/3).',
    'Keep one 999L on each item.',
  ],
  CDS12156: [
    'Something compulsory is missing, or the ID of previous document CLE (DE 2/1) is not the acceptance date as yyyymmdd.',
    'Fill in what is named; for CLE, enter the date on which the goods were entered in the records.',
  ],
  CDS12157: [
    'The EORI is not accepted: this party needs a permanent place of business in Northern Ireland.',
    'Declare a party that is established in Northern Ireland.',
  ],
  CDS12158: [
    'The EORI is not a GB one, so DE 2/2 needs the codes for a Northern Ireland movement, and they are missing.',
    'Add the NI code that fits, such as NIDOM, NIIMP or NIEXP, or use a GB EORI.',
  ],
  CDS12170: [
    'The VAT number is not valid; a claim to Onward Supply Relief also needs one that trades under the Windsor Framework for VAT.',
    'Check the number in DE 3/40, and that it is registered for Northern Ireland if relief is claimed.',
  ],
  CDS12171: [
    'The values of two fields together call for a third field, which has no valid value.',
    'Read the errors with this code together: complete the third field, or change one of the other two.',
  ],
  CDS12172: [
    'The values of two fields together call for a third or fourth field, and neither has a valid value.',
    'Read the errors with this code together: complete one of the fields asked for, or change the first two.',
  ],
  CDS12174: [
    'The item prices (DE 4/14) do not add up to the invoice total (DE 4/11).',
    'Correct the total or the prices; look for an item that is missing or counted twice.',
  ],
  CDS12500: [
    'A figure goes beyond the limit that CDS sets for this field.',
    'Check the figure for a slip, such as a wrong unit or decimal point; split the goods if it is right.',
  ],
};
