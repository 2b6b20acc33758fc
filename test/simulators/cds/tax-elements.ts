import { amount, response } from './dms-elements.ts';
import type { TaxLine } from './messages.ts';
import type { WcoElement } from './wco-xml.ts';

/** The goods items of a tax calculation, each with its lines of duty and tax. */
export function itemTaxes(lines: readonly TaxLine[]): readonly WcoElement[] {
  const items = [...new Set(lines.map(({ item }) => item))].sort((a, b) => a - b);
  if (items.length === 0) return [];
  return [
    response(
      'GoodsShipment',
      items.map((item) =>
        response('GovernmentAgencyGoodsItem', [
          response('SequenceNumeric', String(item)),
          response(
            'Commodity',
            lines.filter((line) => line.item === item).map((line) => dutyTaxFee(line)),
          ),
        ]),
      ),
    ),
  ];
}

const dutyTaxFee = (line: TaxLine): WcoElement =>
  response('DutyTaxFee', [
    amount('AdValoremTaxBaseAmount', line.base),
    amount('DeductAmount', '0.00'),
    response('DutyRegimeCode', '100'),
    response('TaxRateNumeric', line.rate),
    response('TypeCode', line.type),
    response('Payment', [amount('TaxAssessedAmount', line.amount), amount('PaymentAmount', line.amount)]),
  ]);
