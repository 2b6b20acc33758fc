import type { DecodedError } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeWords } from '../codes/code-words.ts';
import { capitalised } from '../details/details.ts';

/**
 * Why one guarantee was not accepted: one error a reason, each with the guarantee's reference. That is no place in the
 * message, so there is no pointer.
 */
export function guaranteeErrors(guarantee: XmlElement): readonly DecodedError[] {
  const reasons = guarantee.children('InvalidGuaranteeReason');
  const name = nameOf(guarantee);
  if (reasons.length === 0) return [guaranteeError(name, 'none', 'The message gives no reason.', null)];
  return reasons.map((reason) => {
    const code = reason.text('code') ?? 'none';
    const words = codeWords('CL252', code);
    const meaning =
      words === null
        ? `The guarantee is not accepted, with reason ${code}, whose meaning is not known here.`
        : `${capitalised(words)}.`;
    return guaranteeError(name, code, meaning, reason.text('text'));
  });
}

function nameOf(guarantee: XmlElement): string {
  const reference = guarantee.text('GRN');
  const number = guarantee.text('sequenceNumber');
  if (reference !== null) return `Guarantee ${reference}`;
  return number === null ? 'Guarantee without a reference' : `Guarantee ${number}, without a reference`;
}

const guaranteeError = (
  path: string,
  code: string,
  meaning: string,
  description: string | null,
): DecodedError => ({
  code,
  meaning,
  advisory: false,
  pointer: null,
  path,
  dataElement: null,
  item: null,
  description,
  nextStep: ADVICE[code] ?? null,
});

const ADVICE: Readonly<Record<string, string>> = {
  G01: 'Check the guarantee reference.',
  G03: 'Check the access code.',
  G05: 'Name another voucher.',
  G09: 'Raise the amount, or name another guarantee.',
  G10: 'Name another guarantee.',
  G13: 'Check the guarantee reference and its type.',
};
