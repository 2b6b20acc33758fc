import type { Meanings } from './meaning.ts';

/** Fields that call for one another or rule one another out. */
export const fieldRuleMeanings: Meanings = {
  CDS12066: [
    'What is declared here cannot stand beside something else on the declaration.',
    'Remove or change it, or change what it conflicts with; other errors of the message may name that.',
  ],
  CDS12067: [
    'Fields or values that exclude one another are declared together; each error with this code names one.',
    'Keep those that are right and remove the others.',
  ],
  CDS12068: [
    'What is declared here makes the identifier of a document (DE 2/3) compulsory, and there is none.',
    'Add the document’s identifier in DE 2/3.',
  ],
  CDS12069: [
    'The office of exit is already dealing with the cancellation of this declaration.',
    'Send nothing more about it; wait for the next message.',
  ],
  CDS12070: [
    'The value of one field makes another field compulsory, and that other field is empty.',
    'Errors with this code name both fields: fill in the empty one, or change the value that calls for it.',
  ],
  CDS12071: [
    'The field belongs either in the header or on the items, and is not declared at exactly one of these levels.',
    'Declare it once: in the header where it is the same for all items, else on each item.',
  ],
  CDS12072: [
    'Exactly one of two fields has to be filled in; here both are, or neither is.',
    'Fill in one of the two fields named by the errors with this code, and leave the other empty.',
  ],
  CDS12073: [
    'The field is compulsory and stands neither in the header nor on the items.',
    'Declare it in the header, or on the items it applies to.',
  ],
  CDS12074: [
    'One field was left out, which makes another compulsory, and that one is empty as well.',
    'Fill in one of the two fields named by the errors with this code.',
  ],
  CDS12075: [
    'The value of one field rules out another field, which is filled in all the same.',
    'Empty the field that is ruled out, or change the value that rules it out.',
  ],
  CDS12077: [
    'One field is filled in, so a second needs a valid value, and it has none.',
    'Errors with this code name both fields: give the second a valid value, or remove the first.',
  ],
  CDS12078: [
    'No deferment account is given (DE 2/6), so the method of payment (DE 4/8) has to be an immediate one, and it is not.',
    'Add the deferment account number in DE 2/6, or choose an immediate method of payment in DE 4/8.',
  ],
  CDS12079: [
    'Two fields are filled in, of which the one excludes the other.',
    'Remove one of the two fields named by the errors with this code.',
  ],
  CDS12080: [
    'The codes for additions and deductions (DE 4/9) contradict one another.',
    'Check which of these codes may be used together, and remove the one that does not apply.',
  ],
  CDS12081: [
    'One party is declared both as importer (DE 3/16) and as exporter (DE 3/2).',
    'Enter the party that really has each role.',
  ],
  CDS12082: [
    'The invoice total (DE 4/11) and an item price (DE 4/14) are in different currencies.',
    'Give both in the currency of the invoice.',
  ],
  CDS12083: [
    'The preferential origin (DE 5/16) is given as a country and as a country group.',
    'Keep the one that the preference is claimed for.',
  ],
  CDS12084: [
    'The consignee is given both by name (DE 3/9) and by number (DE 3/10), or by neither.',
    'Give the identification number where there is one, else name and address.',
  ],
  CDS12086: [
    'The carrier is given both by name (DE 3/31) and by number (DE 3/32), or by neither.',
    'Give the identification number where there is one, else name and address.',
  ],
  CDS12087: [
    'The party that declares the VAT (DE 3/40) has to be named, in the header or on the item, and is not.',
    'Enter the VAT number and role of that party in DE 3/40 at one of the two levels.',
  ],
  CDS12088: [
    'The agent has neither a name (DE 3/19) nor an identification number (DE 3/20).',
    'Enter one of the two.',
  ],
  CDS12089: [
    'The name of the consignee (DE 3/9) stands neither in the header nor on the items.',
    'Enter name and address in the header, or on each item where the consignees differ.',
  ],
  CDS12090: [
    'Additional procedure code 17X calls for a carrier (DE 3/31 or 3/32), and none is given in the header or on the item.',
    'Add the carrier’s name or number, or change the additional procedure code.',
  ],
  CDS12091: [
    'One party is declared both as consignee (DE 3/10) and as exporter (DE 3/1).',
    'Enter the party that really has each role.',
  ],
  CDS12092: [
    'One party is declared both as seller (DE 3/25) and as exporter (DE 3/1).',
    'Enter the party that really has each role; leave the seller out where it is the exporter.',
  ],
  CDS12095: [
    'The additional procedure codes (DE 1/11) are meant for goods from a third country, and the country of dispatch (DE 5/14) is not one.',
    'Correct the country in DE 5/14, or the additional procedure codes.',
  ],
  CDS12096: [
    'The type of authorisation in DE 3/39 has a document of its own that has to stand in DE 2/3, and it is missing.',
    'Add the document code that belongs to this authorisation, with its reference number.',
  ],
  CDS12097: [
    'The additional procedure code (DE 1/11) may not be used with this country of destination (DE 5/8).',
    'Correct the code or the country.',
  ],
  CDS12098: [
    'The delivery terms (DE 4/1) do not suit the means of transport (DE 7/14).',
    'Check the Incoterms code against how the goods really travel.',
  ],
  CDS12099: [
    'The parts of the goods location (DE 5/23) do not add up to a place that CDS knows.',
    'Check country, type, qualifier and place against HMRC’s list of goods location codes.',
  ],
};
