import { isLapse, presentCode } from './error-code.ts';
import type { DmsText } from './dms-types.ts';

/**
 * What a DMSREJ (03) says, by its error codes: a rejection, the end of a pre-lodged declaration that was cancelled,
 * or its lapse. HMRC's own exports service tells the three apart in the same way.
 */
export function rejectionText(errorCodes: readonly string[]): Partial<DmsText> {
  if (errorCodes.length === 0) {
    return {
      title: 'Pre-lodged declaration cancelled',
      meaning: 'The message names no error: it closes a pre-lodged declaration that was cancelled.',
      nextStep: 'Make sure that the cancellation was asked for.',
      attention: 'watch',
      outcome: 'cancelled',
    };
  }
  if (isLapse(errorCodes)) {
    return {
      title: 'Pre-lodged declaration lapsed',
      meaning: 'The goods were not reported as arrived within 30 days, so the declaration has ended.',
      nextStep: 'If the goods are still to come, submit a new declaration.',
      outcome: 'cancelled',
    };
  }
  return errorCodes.some((code) => presentCode(code) === 'CDS19999') ? moreErrors : {};
}

const moreErrors: Partial<DmsText> = {
  meaning:
    'CDS refused the declaration, amendment or request because of the errors listed, and of more that it does not show.',
  nextStep: 'Correct each error and submit again. Expect the errors that are not shown to come back then.',
};
