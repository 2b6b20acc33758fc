import { presentCode } from '../../../../../shared/catalogue/error-code.ts';
import type { DecodedError } from '../../../../../shared/notification.ts';

/**
 * What an error that normally only warns says where a rejection gives no other reason: its own entry calls it a
 * warning, and here it refuses.
 */
export function refusalReason(code: string): Pick<DecodedError, 'meaning' | 'nextStep'> {
  const present = presentCode(code);
  const known = reasons.get(present);
  return {
    meaning:
      known === undefined
        ? `A figure looks unlikely for these goods. ${NO_OTHER} Quayside does not know ${present} more closely.`
        : `${known.meaning} ${NO_OTHER}`,
    nextStep: known?.nextStep ?? `Compare the figures with the invoice. ${CORRECT}`,
  };
}

const NO_OTHER = 'Such a check normally only warns, but this rejection gives no other reason.';
const CORRECT = 'Correct what is wrong and submit again; if nothing is, contact HMRC.';

const reasons: ReadonlyMap<string, { readonly meaning: string; readonly nextStep: string }> = new Map([
  [
    'CDS13000',
    {
      meaning: 'A value looks unlikely for these goods, for example the price per kilo.',
      nextStep: `Compare value, weight and quantity with the invoice. ${CORRECT}`,
    },
  ],
  [
    'CDS14000',
    {
      meaning: 'A figure that counts against a quota looks unlikely.',
      nextStep: `Compare the quantity with the invoice. ${CORRECT}`,
    },
  ],
]);
