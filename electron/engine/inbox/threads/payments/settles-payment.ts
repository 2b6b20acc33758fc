import type { DecodedPayment, Facts } from '../../../../../shared/notification.ts';
import type { ThreadMember } from '../thread-member.ts';

/**
 * Whether a later message of the same payment leaves nothing to do about one that must be acted on. Only where it says
 * so itself: that a payment is closed is no sign that it was made.
 */
export function isPaymentSettled(open: Told, later: Told): boolean {
  if (open.row.source !== later.row.source) return false;
  return open.row.source === 'mastercard-cen'
    ? isCardSettled(open.facts, later.facts)
    : (JPM[typeOf(open.facts)] ?? []).includes(typeOf(later.facts));
}

type Told = Pick<ThreadMember, 'row' | 'facts'>;

/** The spelling of a type varies by capitals. */
const typeOf = ({ type }: Facts): string => type.toLowerCase();

const PAID = ['paymentapproved', 'paymentapplied', 'orderapproved', 'transactioncompleted', 'qrcodepaid'];
const CLOSED = ['disputeclosed', 'closed'];

/** By J.P. Morgan's sub-type what settles it: the same attempt made good, or the case resolved. */
const JPM: Readonly<Record<string, readonly string[]>> = {
  paymentdeclined: PAID,
  paymenterrored: PAID,
  paymentnotapplied: PAID,
  orderdeclined: PAID,
  ordererrored: PAID,
  achreturnreceived: PAID,
  transactionfailed: ['transactioncompleted'],
  refunddeclined: ['refundapproved'],
  refunderrored: ['refundapproved'],
  disputereceived: CLOSED,
  disputemerchantresponserequested: CLOSED,
  disputeresponse: CLOSED,
  received: CLOSED,
  response: CLOSED,
  payoutfailure: ['payoutfailureresolved', 'payoutcompleted'],
  payoutdenied: ['payoutcompleted'],
  payoutrejected: ['payoutrejectedresolved', 'payoutcompleted'],
};

/**
 * At Mastercard. A virtual card may be used for several payments, so that one is made good only by an authorisation of the
 * same amount, and of several wallets that want to know who it is only the one that asked is answered.
 */
function isCardSettled(open: Facts, later: Facts): boolean {
  if (later.type !== open.type) return false;
  if (open.outcome === 'declined') {
    return later.outcome === 'approved' && isSameAmount(open.payments, later.payments);
  }
  return open.outcome === 'query' && later.outcome !== 'query' && isSameAttempt(open, later);
}

function isSameAmount([one]: readonly DecodedPayment[], [other]: readonly DecodedPayment[]): boolean {
  // An update of a payment request names none.
  if (one === undefined || other === undefined) return one === other;
  return one.amount === other.amount && one.currency === other.currency;
}

function isSameAttempt(one: Facts, other: Facts): boolean {
  const [first, second] = [correlationOf(one), correlationOf(other)];
  return first !== undefined && first === second;
}

/** As the decoder names it among the details. */
const correlationOf = ({ details }: Facts): string | undefined =>
  details.find(({ name }) => name === 'Correlation')?.value;
