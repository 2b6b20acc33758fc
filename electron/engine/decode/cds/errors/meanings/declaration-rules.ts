import type { Meanings } from './meaning.ts';

/** The declaration and its messages as a whole: parties, dates, order and references. */
export const declarationRuleMeanings: Meanings = {
  CDS11003: [
    'DE 1/9 gives one number of goods items, but the declaration holds another.',
    'Set DE 1/9 to the number of items, or add or remove items.',
  ],
  CDS11004: [
    'The kind of movement (DE 1/1), the declaration type (DE 1/2) and the procedure code (DE 1/10) do not fit together.',
    'Check which procedure codes this kind of declaration may use, and correct the one that is wrong.',
  ],
  CDS11005: [
    'The items’ procedure codes (DE 1/10) lead to different declaration categories, such as H1 and H2, or the acceptance date is wrong.',
    'Keep one category to a declaration, or correct the date. CDS stopped checking here, so more errors may follow.',
  ],
  CDS11006: [
    'The net mass (DE 6/1) is as heavy as the gross mass (DE 6/5), or heavier.',
    'Check both weights of the item; gross mass includes the packaging.',
  ],
  CDS11007: [
    'The follow-up message (amendment, arrival or cancellation) did not come from whoever submitted the declaration.',
    'Send it with the credentials of the original submitter.',
  ],
  CDS11012: [
    'The amendment tries to change something that cannot be amended on this kind of declaration.',
    'Leave it out of the amendment. If it has to change, ask for cancellation and declare again.',
  ],
  CDS12003: [
    'Another declaration used the same LRN (DE 2/5) less than 48 hours ago.',
    'First make sure that the earlier one did not go through; then submit under a new LRN.',
  ],
  CDS12005: [
    'CDS does not accept the EORI or other number of the party named here: it is wrong, unknown or not active.',
    'Check the number with the party it belongs to, and in HMRC’s EORI checker.',
  ],
  CDS12006: [
    'The licence cannot be used: it has expired, is unknown, is another party’s, has too little left, or does not cover these goods or this country.',
    'Check number, holder, dates, balance and scope of the licence declared in DE 2/3.',
  ],
  CDS12007: [
    'The authorisation has run out, or CDS does not know its reference number.',
    'Check the reference number in DE 2/3 against the decision letter, and the date until which it holds.',
  ],
  CDS12013: [
    'The VAT registration number is not a valid one.',
    'Check the number and its country prefix, usually in DE 3/40.',
  ],
  CDS12014: [
    'The goods were reported as arrived, but there is no pre-lodged declaration for the arrival to complete.',
    'Check the MRN, and that the declaration was pre-lodged and is still waiting for its goods.',
  ],
  CDS12015: [
    'The declaration that this message refers to does not exist, or its state does not allow the request.',
    'Check the MRN and what has become of the declaration before sending the request again.',
  ],
  CDS12016: [
    'The acceptance date lies in the future, or more than 180 days back.',
    'Correct the acceptance date.',
  ],
  CDS12022: [
    'A goods item has a number (DE 1/6) beyond the number of items on the declaration.',
    'Number the items from 1 without gaps, and check the total in DE 1/9.',
  ],
  CDS12024: [
    'The same value is given more than once where each one has to be different.',
    'Change or remove the repeated value.',
  ],
  CDS12026: [
    'One amendment request changes the same field more than once.',
    'Keep a single change for each field, and send the request again.',
  ],
  CDS12031: [
    'The arrival of the goods was reported too late: more than 30 days have passed.',
    'Submit a new declaration for the goods.',
  ],
  CDS12034: [
    'The amendment came through another channel than the declaration itself.',
    'Send the amendment the way the declaration was sent: by API, through the community system or in HMRC’s service.',
  ],
  CDS12036: [
    'An earlier request about this declaration has not been answered yet.',
    'Wait for the answer to that request, then send this one again.',
  ],
  CDS12042: [
    'A value that has to be the same throughout a goods item differs within it.',
    'Give the same value at each place in the item, or split the item in two.',
  ],
  CDS12044: [
    'The master UCR (MUCR) was shut earlier, so nothing more can be put under it.',
    'Use another MUCR, or ask the consolidator who shut it.',
  ],
  CDS12046: [
    'The pre-lodged declaration has lapsed: the goods were not reported as arrived within 30 days.',
    'If the goods are still to come, submit a new declaration.',
  ],
  CDS12050: [
    'The procedure code (DE 1/10) is missing or not valid, or the acceptance date is wrong.',
    'Correct the procedure code or the date. CDS stopped checking here, so more errors may follow.',
  ],
  CDS12052: [
    'The declaration type (DE 1/2) is missing or not valid, or the acceptance date is wrong.',
    'Correct the type or the date. CDS stopped checking here, so more errors may follow.',
  ],
  CDS12056: [
    'Values that do not go together are declared; each error with this code names one of them.',
    'Read the errors with this code together, and change or remove one side of the conflict.',
  ],
  CDS12057: [
    'The items are invoiced in different currencies, and a declaration takes only one.',
    'Use one invoice currency for all items, or split the declaration.',
  ],
  CDS12058: [
    'Every packaging line counts zero packages.',
    'Enter the number of packages (DE 6/10) on at least one line.',
  ],
  CDS12062: [
    'This DUCR was already used within the past 12 months.',
    'Make sure that the consignment has not been declared already; then use a new DUCR.',
  ],
};
