import { readDecimal } from '../../../../../shared/payments/exact-decimal.ts';
import { plainAmount } from '../../../../../shared/payments/plain-amount.ts';
import type { TaxBasis } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/xml-element.ts';

/** What one DutyTaxFee of an item says its tax was worked out from; null where it says nothing of it. */
export function taxBasis(fee: XmlElement): TaxBasis | null {
  const quantity = numberOf(fee.child('SpecificTaxBaseQuantity'));
  const basis: TaxBasis = {
    base: moneyOf(fee.child('AdValoremTaxBaseAmount')),
    quantity: quantity && { amount: quantity.text, unit: quantity.element.attribute('unitCode') },
    rate: numberOf(fee.child('TaxRateNumeric'))?.text ?? null,
    deducted: deducted(fee.child('DeductAmount')),
    preference: fee.text('DutyRegimeCode'),
  };
  return Object.values(basis).every((value) => value === null) ? null : basis;
}

/** CDS sends 0.00 with every line, which takes nothing off. */
function deducted(element: XmlElement | null): TaxBasis['deducted'] {
  const money = moneyOf(element);
  return money === null || readDecimal(money.amount)?.units === 0n ? null : money;
}

function moneyOf(element: XmlElement | null): TaxBasis['base'] {
  const number = numberOf(element);
  return number && { amount: number.text, currency: number.element.attribute('currencyID') };
}

function numberOf(
  element: XmlElement | null,
): { readonly element: XmlElement; readonly text: string } | null {
  const text = element?.value ?? null;
  return element === null || text === null || readDecimal(text) === null
    ? null
    : { element, text: plainAmount(text) };
}
