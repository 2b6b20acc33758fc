import { act, info, watch, type PaymentEvent } from './payment-event.ts';

const PAY_AGAIN = 'Ask the payer to pay again or another way.';
const CHECK_REFUND = 'Check why, then refund again or another way.';
const CHECK_BANK = 'Check the bank account and the reason, then speak to J.P. Morgan if it is not plain.';
const REPLY = 'Open the case in Commerce Center and answer before the reply date.';

/** Money coming in, going back and being paid out: sub-types by family, lower case without `Notification`. */
export const jpmPayments: Readonly<Record<string, Readonly<Record<string, PaymentEvent>>>> = {
  paymentupdate: {
    paymentapproved: info('Payment approved', 'approved', 'The payment was agreed to.'),
    paymentdeclined: act('Payment declined', 'declined', 'The payment was refused.', PAY_AGAIN),
    paymenterrored: act(
      'Payment failed',
      'failed',
      'The payment could not be processed.',
      'Read the answer below, then send it again or ask the payer to pay another way.',
    ),
    paymentvoid: watch(
      'Payment voided',
      'cancelled',
      'The payment was cancelled before it was settled. No money moves.',
      'Check that it was cancelled on purpose.',
    ),
    paymentclosed: info('Payment closed', 'updated', 'Nothing more will happen to this payment.'),
  },
  refundupdate: {
    refundapproved: info('Refund approved', 'approved', 'The refund was agreed to.'),
    refunddeclined: act('Refund declined', 'declined', 'The refund was refused.', CHECK_REFUND),
    refunderrored: act('Refund failed', 'failed', 'The refund could not be processed.', CHECK_REFUND),
    refundclosed: info('Refund closed', 'updated', 'Nothing more will happen to this refund.'),
  },
  orderupdate: {
    orderapproved: info('Order approved', 'approved', 'The order’s payment was agreed to.'),
    orderdeclined: act('Order declined', 'declined', 'The order’s payment was refused.', PAY_AGAIN),
    ordererrored: act('Order failed', 'failed', 'The order could not be processed.', PAY_AGAIN),
  },
  recurringprogram: {
    planupdated: info('Payment plan changed', 'updated', 'The terms or the state of a payment plan changed.'),
    programupdated: info(
      'Recurring payments changed',
      'updated',
      'A programme of recurring payments changed.',
    ),
    paymentapplied: info('Recurring payment taken', 'settled', 'A recurring payment was taken.'),
    paymentnotapplied: act(
      'Recurring payment not taken',
      'failed',
      'A recurring payment could not be taken.',
      'Read the answer below: it may be tried again. If not, ask the payer for another way to pay.',
    ),
    consumercommunicationupdated: info(
      'Message to a payer recorded',
      'updated',
      'What a payer was told about a recurring payment was recorded.',
    ),
  },
  dispute: {
    disputereceived: act('Payment disputed', 'disputed', 'A payer’s bank disputes a payment.', REPLY),
    disputemerchantresponserequested: act(
      'Dispute: your reply is due',
      'disputed',
      'A dispute waits for your answer. Without one by the reply date the money is lost.',
      REPLY,
    ),
    disputeclosed: watch(
      'Dispute closed',
      'updated',
      'A dispute was decided.',
      'Check the ruling below and book it.',
    ),
    received: act('Payment disputed', 'disputed', 'A payer’s bank disputes a payment.', REPLY),
    disputeresponse: act('Dispute: your reply is due', 'disputed', 'A dispute waits for your answer.', REPLY),
    response: act('Dispute: your reply is due', 'disputed', 'A dispute waits for your answer.', REPLY),
    closed: watch(
      'Dispute closed',
      'updated',
      'A dispute was decided.',
      'Check the ruling below and book it.',
    ),
  },
  payout: {
    payoutcreated: info('Payout created', 'updated', 'Money is on its way to your bank account.'),
    payoutcompleted: info('Payout completed', 'settled', 'Money was paid into your bank account.'),
    payoutfailure: act(
      'Payout failed',
      'failed',
      'Money could not be paid into your bank account.',
      CHECK_BANK,
    ),
    payoutfailureresolved: info(
      'Failed payout resolved',
      'updated',
      'What stopped an earlier payout was settled.',
    ),
    payoutunderreview: watch(
      'Payout under review',
      'held',
      'A payout is held while it is reviewed.',
      'Watch for its release; expect the money later.',
    ),
    payoutunderreviewreleased: info(
      'Payout released',
      'released',
      'The review is over and the payout goes on.',
    ),
    payoutdenied: act('Payout denied', 'declined', 'The payout was refused.', CHECK_BANK),
    payoutrejected: act('Payout rejected', 'returned', 'The bank did not take the payout.', CHECK_BANK),
    payoutrejectedresolved: info(
      'Rejected payout resolved',
      'updated',
      'What made the bank reject an earlier payout was settled.',
    ),
    financialadjustmentinitiated: watch(
      'Balance adjusted',
      'updated',
      'J.P. Morgan is correcting your balance.',
      'Check the amount and what it is for.',
    ),
    payoutstatus: watch(
      'Payout status changed',
      'updated',
      'The state of a payout changed.',
      'Read its state below.',
    ),
  },
  achstatus: {
    achreturnreceived: act(
      'Bank payment returned',
      'returned',
      'A payment by bank debit came back. The money is taken from you again.',
      'Read the reason below, and ask the payer to pay another way.',
    ),
  },
  transactionupdate: {
    transactioncompleted: info('Transaction completed', 'settled', 'A transfer between accounts is done.'),
    transactionfailed: act(
      'Transaction failed',
      'failed',
      'A transfer between accounts was not made.',
      'Read the error below, correct it and send it again.',
    ),
    transactionchangerequested: watch(
      'Transaction change requested',
      'query',
      'Somebody asked to change a transfer.',
      'Check that the change is expected.',
    ),
  },
  balancemonitoring: {
    directdebitinitiated: watch(
      'Direct debit initiated',
      'updated',
      'Money will be taken from your bank account to settle a negative balance.',
      'Make sure that the account holds enough.',
    ),
    directdebitretry: act(
      'Direct debit tried again',
      'failed',
      'An earlier direct debit did not work and is being tried again.',
      'Make sure that the account holds enough.',
    ),
    directdebitreturn: act(
      'Direct debit returned',
      'returned',
      'Your bank returned a direct debit. The amount is still owed.',
      'Find out why the bank returned it, and settle the amount.',
    ),
  },
  recommendation: {
    paymentretry: watch(
      'Payment worth trying again',
      'query',
      'J.P. Morgan suggests when to try a failed payment again.',
      'Try it again at the time that is suggested.',
    ),
  },
  qrcodestatus: {
    qrcodecreated: info('QR code created', 'registered', 'A code to pay with is ready.'),
    qrcodeexpired: watch(
      'QR code expired',
      'cancelled',
      'A code to pay with ran out before it was paid.',
      'Make a new one if the payment is still wanted.',
    ),
    qrcodepaid: info('QR code paid', 'settled', 'The payer paid with the code.'),
    qrcodesettlementprocessing: info('QR payment being settled', 'updated', 'The payment is on its way.'),
    qrcodecancelled: watch(
      'QR code cancelled',
      'cancelled',
      'A code to pay with was withdrawn.',
      'Check that it was withdrawn on purpose.',
    ),
  },
  allocationorder: {
    allocationorderupdatenotification: info(
      'Allocation order changed',
      'updated',
      'An order to share out money changed.',
    ),
  },
  allocationorderinstruction: {
    allocationorderinstructionupdate: info(
      'Allocation instruction changed',
      'updated',
      'An instruction to share out money changed.',
    ),
    allocationorderinstructionrequest: watch(
      'Allocation instruction wanted',
      'query',
      'J.P. Morgan asks how money is to be shared out.',
      'Send the instruction.',
    ),
  },
  allocationordersettlement: {
    pspsettlementtransferupdate: info(
      'Settlement transfer changed',
      'updated',
      'A transfer from the payment provider changed.',
    ),
    distributiontransferupdate: info(
      'Distribution transfer changed',
      'updated',
      'A transfer that shares out money changed.',
    ),
    platformsettlementtransferupdate: info(
      'Platform transfer changed',
      'updated',
      'A transfer to the platform changed.',
    ),
  },
  processingthreshold: {
    processingthresholdstatus: watch(
      'Processing limit near or passed',
      'held',
      'The payments processed come near a limit of your account, or are past it.',
      'Check the limit below, and ask J.P. Morgan to raise it if need be.',
    ),
  },
};
