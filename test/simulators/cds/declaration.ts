import { between, oneOf, uuidFrom } from './chance.ts';
import type { Lifecycle } from './lifecycles.ts';
import { madeUpLrn, madeUpMessageId, madeUpMrn, traders } from './made-up.ts';
import type { DmsMessage, MessageError, TaxLine } from './messages.ts';

/** One message of a declaration's life, with the conversation it belongs to. */
export interface LifeMessage {
  /** Such as `13/67`. */
  readonly step: string;
  readonly conversationId: string;
  /** The message as of the instant it is issued, epoch milliseconds. */
  readonly at: (issuedAt: number) => DmsMessage;
}

/**
 * The messages of an invented declaration, in order. An amendment, an arrival or a cancellation has a
 * conversation of its own, and so have the answers to it.
 */
export function declarationLife(
  random: () => number,
  life: Lifecycle,
  bornAt: number,
): readonly LifeMessage[] {
  const mrn = madeUpMrn(random, life.trade, bornAt);
  const lrn = madeUpLrn(random, oneOf(random, traders), bornAt);
  const taxes = madeUpTaxes(random);
  const errors = madeUpErrors(random);
  const warned = random() < 0.08;
  const first = uuidFrom(random);
  const second = uuidFrom(random);

  return life.steps.map((step, index) => {
    const [functionCode = '', statusCode] = step.split('/');
    const before = life.steps.slice(0, index);
    const followsRequest = index > 0 && (functionCode === '02' || before.slice(1).includes('02'));
    return {
      step,
      conversationId: followsRequest ? second : first,
      at: (issuedAt) => ({
        functionCode,
        ...(statusCode === undefined ? {} : { statusCode }),
        mrn,
        lrn,
        version: versionAt(life.steps, index),
        messageId: madeUpMessageId(random),
        issuedAt,
        summerTime: isSummer(issuedAt) && random() < 0.5,
        ...contentOf(functionCode, index, { random, issuedAt, taxes, errors, warned }),
      }),
    };
  });
}

/** A 07 tells of a new version; the receipt of an arrival or a request names none. */
function versionAt(steps: readonly string[], index: number): number | null {
  if (index > 0 && steps[index] === '02') return null;
  return 1 + steps.slice(0, index + 1).filter((step) => step === '07').length;
}

interface Details {
  readonly random: () => number;
  readonly issuedAt: number;
  readonly taxes: readonly TaxLine[];
  readonly errors: readonly MessageError[];
  readonly warned: boolean;
}

function contentOf(functionCode: string, index: number, details: Details): Partial<DmsMessage> {
  const { random, issuedAt, taxes, errors, warned } = details;
  const warning = {
    code: 'CDS13000',
    pointer: '42A/67A/68A[1]',
    description: 'Value per kilo looks too low',
  };
  switch (functionCode) {
    case '01':
      return warned ? { errors: [warning] } : {};
    case '03':
      // A rejection that comes at once has errors; one that ends a cancelled declaration has none.
      return index === 0 ? { errors } : {};
    case '06':
      return { limitAt: issuedAt + between(random, 3, 48) * 3_600_000 };
    case '07':
      return {
        changes: ['42A/67A/28A/64A/L016', '42A/67A/28A/64A/04A/242'],
        ...(index > 2 ? { reason: 'Goods location corrected by the declarant' } : {}),
      };
    case '10':
      return { reason: 'Cancelled at the request of the declarant' };
    case '13':
    case '14':
    case '15':
      return { taxes };
    case '16':
      return { reason: oneOf(random, ['GB000060', 'GB000041', 'GB000085']) };
    case '18':
      return { limitAt: issuedAt + 30 * 86_400_000 };
    case '50':
      return { errors: [{ code: 'CDS50000', pointer: '42A/67A/68A[1]' }] };
    default:
      return {};
  }
}

/** Customs duty and VAT on one to three goods items. */
function madeUpTaxes(random: () => number): readonly TaxLine[] {
  return Array.from({ length: between(random, 1, 3) }, (_, index) => index + 1).flatMap((item) => {
    const value = between(random, 20_000, 4_000_000);
    const rate = oneOf(random, [270, 470, 650, 1200]);
    const duty = Math.round((value * rate) / 10_000);
    const vat = Math.round((value + duty) / 5);
    return [
      { item, type: 'A00', base: pounds(value), rate: pounds(rate), amount: pounds(duty) },
      { item, type: 'B00', base: pounds(value + duty), rate: '20.00', amount: pounds(vat) },
    ];
  });
}

const pounds = (pence: number): string => (pence / 100).toFixed(2);

/** Two errors of those that brokers meet most. */
function madeUpErrors(random: () => number): readonly MessageError[] {
  const item = between(random, 1, 4);
  const choices: readonly MessageError[] = [
    { code: 'CDS12056', pointer: `42A/67A/68A[${item}]/70A[1]/166` },
    { code: 'CDS10020', pointer: `42A/67A/68A[${item}]/23A/21A[1]/145` },
    { code: 'CDS10001', pointer: `42A/67A/68A[${item}]/02A[2]/D005` },
    { code: 'CDS12005', pointer: '42A/17C[1]/R144' },
    { code: 'CDS40045', pointer: `42A/67A/68A[${item}]/02A[1]/360` },
  ];
  const start = between(random, 0, choices.length - 1);
  return [0, 1].flatMap((step) => choices[(start + step) % choices.length] ?? []);
}

/** Roughly the months of British Summer Time, in which CDS mixes both ways of writing. */
const isSummer = (at: number): boolean => {
  const month = new Date(at).getUTCMonth();
  return month >= 3 && month <= 8;
};
