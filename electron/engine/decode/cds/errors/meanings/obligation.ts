import type { Meanings } from './meaning.ts';

/** A field by itself: missing, not wanted, badly formed or not valid. */
export const obligationMeanings: Meanings = {
  CDS10001: [
    'Something compulsory is missing: the field or group named here is empty or incomplete.',
    'Fill it in. Where a whole group is named, such as an address, complete every part of it.',
  ],
  CDS10002: [
    'The field is filled in but may not be used here: not on this kind of declaration, or not at this level.',
    'Remove it, or move it between header and item as the completion rules for this declaration ask.',
  ],
  CDS10003: [
    'The field or group is repeated more often than CDS allows.',
    'Remove the surplus entries; the completion rules say how many are allowed.',
  ],
  CDS10004: [
    'The commodity code, or one of its additional codes, is missing, badly formed or given too many times.',
    'Look the code up in the UK Trade Tariff and enter it with the additional codes it needs (DE 6/14 to 6/17).',
  ],
  CDS10010: [
    'The value is not in the form CDS expects: its length is wrong, or it has characters the field does not take.',
    'Enter it again in the format that the completion rules give for this field.',
  ],
  CDS10020: [
    'CDS does not accept this value here; for a coded field, the code is not on the list that applies.',
    'Pick a valid value from the code list for this field, and check that it applies on the acceptance date.',
  ],
  CDS10021: [
    'The figure has to be positive here, and it is not.',
    'Correct the figure; amounts to be deducted are entered through their own code, not with a minus sign.',
  ],
  CDS10045: [
    'From the figures declared CDS works out a customs value below zero for the item.',
    'Check the item price (DE 4/14), the additions and deductions (DE 4/9) and the exchange rate.',
  ],
};
