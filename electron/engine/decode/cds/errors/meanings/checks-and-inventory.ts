import type { Meanings } from './meaning.ts';

/** Credibility, overflow, Defra, and the link to goods inventories. */
export const checkAndInventoryMeanings: Meanings = {
  CDS13000: [
    'A value looks unlikely for these goods, for example the price per kilo. This is a warning, not a refusal.',
    'Compare value, weight and quantity with the invoice; amend the declaration if one is wrong.',
  ],
  CDS14000: [
    'A figure that counts against a quota looks unlikely. Such a check normally warns and does not refuse.',
    'Compare the quantity with the invoice; amend the declaration if it is wrong.',
  ],
  CDS19999: [
    'There are more errors than this message shows.',
    'Correct those that are listed and send it again; expect the rest to come back then.',
  ],
  CDS20001: [
    'No inventory record of these goods has been found yet under the reference declared.',
    'Check the inventory reference in DE 2/1 with the port or airport community system.',
  ],
  CDS20002: [
    'The inventory record of the goods does not agree with the declaration.',
    'Compare reference, packages, weight and parties with the community system, and correct one side.',
  ],
  CDS20003: [
    'There is no inventory record of these goods under the reference declared.',
    'Check the inventory reference in DE 2/1 with the port or airport community system.',
  ],
  CDS50000: [
    'Defra or port health has not released the goods, so the declaration is held.',
    'Read the decision with this error; contact the port health authority or the Defra agency concerned.',
  ],
  CDS50001: [
    'The UCR (DUCR or MUCR) in an inventory message is not in the right format.',
    'Check it against the reference on the declaration, or with the consolidator who gave it.',
  ],
  CDS50003: [
    'The UCR is part of a larger consolidation; the request has to name the one at the top.',
    'Send the request for the top MUCR, or take this UCR out of its consolidation first.',
  ],
  CDS50008: [
    'The UCR is marked as one kind (DUCR or MUCR) but has the form of the other.',
    'Correct the kind, or the UCR itself.',
  ],
  CDS50015: [
    'The declaration behind this movement is over: cancelled, ended, taken off the system or rejected on arrival.',
    'Check the declaration’s status; the goods may need a new declaration before they can move.',
  ],
  CDS50018: [
    'The date and time at which the goods arrived are missing or not valid.',
    'Enter the real arrival date and time, and send the arrival again.',
  ],
  CDS50027: [
    'The sender may not make this request for this role or at this location.',
    'Check the location, and with HMRC that the sender is authorised for it.',
  ],
  CDS50028: [
    'The goods location in the inventory message is not a valid one.',
    'Check it against HMRC’s list of goods location codes.',
  ],
  CDS50031: [
    'The request came after a RET message for the same movement had gone through, so it is no longer taken.',
    'Check the state of the movement; nothing needs to be sent if it is already right.',
  ],
};
