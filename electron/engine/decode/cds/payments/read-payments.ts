import type { DecodedPayment, TaxBasis } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { taxBasis } from './tax-basis.ts';
import { guaranteesOf, paymentReferences, type Demand } from './demands.ts';
import { wcoLimit, type WcoDate } from '../wco-date.ts';
import { taxType } from '../../../../../shared/payments/tax-type.ts';
import { readDecimal } from '../../../../../shared/payments/exact-decimal.ts';
import { plainAmount } from '../../../../../shared/payments/plain-amount.ts';

export interface DeclarationPayments {
  /** The header's before the items', each in document order. */
  readonly payments: readonly DecodedPayment[];
  /** What a payment has to quote, in words: with its amount where there are several; none where CDS asks for none. */
  readonly paymentReferences: readonly string[];
  /** Deferment accounts or guarantees whose balance a payment is about, in words as the references are. */
  readonly guarantees: readonly string[];
  /** When the payment is due; the earliest where the header asks for several. */
  readonly due: WcoDate | null;
  /** Amounts that are not numbers; what was assessed stands in for them, else those lines are left out. */
  readonly problems: readonly string[];
}

/**
 * The payments in a Response's first Declaration. Amounts are decimal strings in major units, as written but for zeros in front.
 *
 * Payable is what asks for money: the header's payment of more than nothing, and only where there is none the items'
 * lines. A line without PaymentAmount only informs: CDS repeats taxes that way under types such as IPR, T24, STA, MDP,
 * MOD and CSD. There is no total in the message.
 */
export function readPayments(declaration: XmlElement): DeclarationPayments {
  const headers = declaration.children('DutyTaxFee').map(readHeader);
  const isHeaderPayable = headers.some((header) => header.line?.payable === true);
  const lines = itemLines(declaration).map(({ line, problem }) => ({
    problem,
    line: line === null || !isHeaderPayable ? line : { ...line, payable: false },
  }));
  return {
    payments: [...headers, ...lines].flatMap(({ line }) => line ?? []),
    paymentReferences: paymentReferences(headers),
    guarantees: guaranteesOf(headers),
    due: earliest(headers.flatMap(({ due, isForNothing }) => (isForNothing ? [] : [due]))),
    problems: [
      ...[...headers, ...lines].flatMap(({ problem }) => problem ?? []),
      ...headers.flatMap(({ due }) => due.problem ?? []),
    ],
  };
}

interface ReadLine {
  readonly line: DecodedPayment | null;
  readonly problem: string | null;
}

function readHeader(fee: XmlElement): Demand & ReadLine {
  const payment = fee.child('Payment');
  const isForNothing = asksForNothing(payment);
  return {
    ...readLine(payment, HEADER, null, !isForNothing),
    isForNothing,
    reference: payment?.text('ReferenceID') ?? null,
    guarantees: (payment?.children('ObligationGuarantee') ?? []).flatMap(
      (guarantee) => guarantee.text('ReferenceID') ?? [],
    ),
    due: wcoLimit(payment ?? fee, 'DueDateTime'),
  };
}

/** A payment of nothing is no demand, whatever reference it gives. */
function asksForNothing(payment: XmlElement | null): boolean {
  const amount = readDecimal(payment?.text('PaymentAmount') ?? '');
  return amount !== null && amount.units <= 0n;
}

function earliest(dates: readonly WcoDate[]): WcoDate | null {
  const given = dates.filter(({ words }) => words !== null);
  const [first] = given
    .filter(({ instant }) => instant !== null)
    .sort((a, b) => ((a.instant ?? '') < (b.instant ?? '') ? -1 : 1));
  return first ?? given[0] ?? null;
}

const itemLines = (declaration: XmlElement): readonly ReadLine[] =>
  declaration
    .children('GoodsShipment')
    .flatMap((shipment) => shipment.children('GovernmentAgencyGoodsItem'))
    .flatMap((item) => {
      const number = itemNumber(item.text('SequenceNumeric'));
      return item
        .children('Commodity')
        .flatMap((commodity) => commodity.children('DutyTaxFee'))
        .map((fee) =>
          withBasis(
            readLine(fee.child('Payment'), fee.text('TypeCode') ?? 'unknown', number, true),
            taxBasis(fee),
          ),
        );
    });

const withBasis = (read: ReadLine, basis: TaxBasis | null): ReadLine =>
  read.line === null ? read : { ...read, line: { ...read.line, basis } };

function readLine(payment: XmlElement | null, kind: string, item: number | null, isAsked: boolean): ReadLine {
  const assessed = payment?.child('TaxAssessedAmount') ?? null;
  const asked = payment?.child('PaymentAmount') ?? null;
  const given = [asked, assessed].flatMap((element) => {
    const amount = element?.value ?? null;
    return element === null || amount === null ? [] : [{ element, amount }];
  });
  const where = item === null ? kind : `${kind} of item ${item}`;
  const [first] = given;
  const problem =
    first === undefined || isNumber(first.amount)
      ? null
      : `the amount of ${where} is not a number: ${first.amount.slice(0, 40)}`;
  const read = given.find(({ amount }) => isNumber(amount));
  if (read === undefined) return { line: null, problem };
  const { element, amount } = read;
  const isPayment = element === asked;
  return {
    line: {
      kind,
      name: kind === HEADER ? 'The whole declaration' : taxType(kind).name,
      amount: plainAmount(amount),
      currency: element.attribute('currencyID'),
      item,
      payable: isPayment && isAsked,
      assessed: plainOrNull(assessed?.value ?? null),
      informational: !isPayment,
      basis: null,
    },
    problem,
  };
}

const plainOrNull = (amount: string | null): string | null => (amount === null ? null : plainAmount(amount));

const isNumber = (amount: string): boolean => readDecimal(amount) !== null;

/** The kind of a payment that is asked for the declaration as a whole. */
const HEADER = 'header';

/** SequenceNumeric is 1-based, of five digits at most. */
const itemNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,5}$/.test(text) ? Number(text) : null;
