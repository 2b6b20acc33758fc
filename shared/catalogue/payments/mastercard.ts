import { act, info, watch, type PaymentEvent } from './payment-event.ts';

/**
 * What each Mastercard event means and how urgently a person must look: the one table for `mastercard-cen`.
 * Which of them a notification is, its decoder says.
 */
export const mastercardEvents = {
  authorised: info(
    'Payment authorised',
    'approved',
    'The card issuer agreed to this payment. The money moves when the merchant clears it.',
  ),
  'authorised-in-part': watch(
    'Payment authorised in part',
    'approved',
    'The card issuer agreed to less than the merchant asked for.',
    'Check the authorised amount, and pay the rest another way if it is still owed.',
  ),
  'account-checked': info(
    'Card checked, nothing charged',
    'approved',
    'The merchant asked whether the card is good, without an amount. It is.',
  ),
  declined: act(
    'Payment declined',
    'declined',
    'The card issuer refused this payment. No money moved.',
    'Find out why it was refused, then pay again or another way.',
  ),
  'authorisation-unclear': watch(
    'Payment answered, result not known',
    'unknown',
    'The message does not say in a way that Quayside knows whether the payment was agreed to.',
    'Look the payment up with your card provider.',
  ),
  reversed: watch(
    'Payment reversed',
    'returned',
    'An earlier authorisation was taken back, wholly or in part. That money is no longer reserved.',
    'Check whether what was bought still has to be paid for.',
  ),
  'reversal-refused': watch(
    'Reversal refused',
    'request-denied',
    'An earlier authorisation was to be taken back, and the answer is no. That money may still be reserved.',
    'Ask your card provider whether the payment still stands.',
  ),
  'reversal-unclear': watch(
    'Reversal answered, result not known',
    'unknown',
    'The message does not say in a way that Quayside knows whether the earlier authorisation was taken back.',
    'Look the payment up with your card provider.',
  ),
  cleared: info(
    'Payment cleared',
    'settled',
    'The merchant collected this payment. It is the same money as its authorisation, not a second charge.',
  ),
  credited: info('Credit cleared', 'returned', 'The merchant paid money back to the card.'),
  'clearing-reversed': watch(
    'Clearing reversed',
    'returned',
    'A collection that was reported earlier was taken back.',
    'Check what was booked for the earlier clearing.',
  ),
  chargeback: act(
    'Chargeback',
    'disputed',
    'This payment is disputed: its amount is being claimed back from the merchant’s bank.',
    'Keep the papers for this payment together, and ask your card provider by when they are needed.',
  ),
  'fee-collected': watch(
    'Fee collected',
    'settled',
    'The network or a bank collected a fee. It is not a purchase.',
    'Check that the fee is expected.',
  ),
  administrative: info(
    'Administrative clearing message',
    'updated',
    'The network sent a message about a clearing. No money moves by it.',
  ),
  'clearing-unclear': watch(
    'Clearing of a kind not known',
    'unknown',
    'Something was cleared, and the message does not say in a way that Quayside knows what it was.',
    'Read the message itself, or look it up in your card provider’s clearing report.',
  ),
  'update-in-progress': info(
    'Payment on its way',
    'updated',
    'The payment request moved one step on. More updates follow.',
  ),
  'update-approved': info('Payment request approved', 'approved', 'The payment request was approved.'),
  'update-declined': act(
    'Payment request declined',
    'declined',
    'The payment request was refused. The supplier has not been paid by it.',
    'Read the reason, correct the request, and pay again or another way.',
  ),
  'update-with-errors': watch(
    'Payment request has errors',
    'failed',
    'The payment service reports errors with this request.',
    'Read the errors below, and check the request with your card provider.',
  ),
  'update-unclear': watch(
    'Payment request changed',
    'unknown',
    'The payment request has a state that Quayside does not know.',
    'Look the request up in the service that made it.',
  ),
  'token-approved': info(
    'Card agreed for a wallet',
    'approved',
    'Adding this card to a wallet or merchant was agreed to.',
  ),
  'token-completed': info('Card added to a wallet', 'updated', 'The card can now be used there.'),
  'token-needs-authentication': act(
    'Cardholder must prove who they are',
    'query',
    'Adding this card to a wallet waits until the cardholder has been identified.',
    'Ask the cardholder whether it is them, and have them finish the check. If it is not, tell your card provider.',
  ),
  'token-rejected': watch(
    'Card refused for a wallet',
    'declined',
    'Adding this card to a wallet or merchant was refused.',
    'Ask the cardholder whether it was them. If it was not, tell your card provider.',
  ),
  'token-changed': info('Card in a wallet changed', 'updated', 'Details of a card in a wallet changed.'),
  'token-suspended': watch(
    'Card in a wallet suspended',
    'held',
    'Payments with this card from that wallet or merchant are refused until it is resumed.',
    'Find out who suspended it and why, and whether payments are due from it.',
  ),
  'token-deactivated': watch(
    'Card in a wallet switched off',
    'cancelled',
    'Payments with this card from that wallet or merchant are refused for good.',
    'If the card is still needed there, add it again.',
  ),
  'token-deleted': watch(
    'Card removed from a wallet',
    'cancelled',
    'The card can no longer be used there.',
    'If nobody removed it on purpose, tell your card provider.',
  ),
  'token-unclear': watch(
    'Card in a wallet: change not known',
    'unknown',
    'Something happened to a card in a wallet that Quayside has no description for.',
    'Read the message itself.',
  ),
  unknown: watch(
    'Card notification of a new kind',
    'unknown',
    'Mastercard sent a notification of a kind that Quayside has no description for. What it says is shown as it came.',
    'Read what it says below.',
  ),
} as const satisfies Readonly<Record<string, PaymentEvent>>;

export type MastercardEvent = keyof typeof mastercardEvents;
