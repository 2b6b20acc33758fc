import { useId, type ReactElement } from 'react';
import type { DecodedPayment } from '../../shared/notification.ts';
import { sumPayable } from '../../shared/payments/sum-payments.ts';
import { money } from '../ui/format.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { MoreLines, TableFrame } from './table-frame.tsx';
import { taxBasisWords } from './tax-basis-words.ts';
import { MOST_LINES } from './thread-words.ts';

/** Every amount of one message, as it has them. */
export function PaymentTable({ payments }: { readonly payments: readonly DecodedPayment[] }): ReactElement {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>Amounts</h3>
      <TableFrame labelledBy={heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Item</th>
              <th scope="col" className="number">
                Amount
              </th>
              <th scope="col">To pay</th>
            </tr>
          </thead>
          <tbody>
            {payments.slice(0, MOST_LINES).map((payment, index) => (
              <tr key={index}>
                <td>
                  <PlainText limit={80}>{payment.name}</PlainText>{' '}
                  {payment.kind === 'header' ? null : <span className="mono dim">{payment.kind}</span>}
                  {payment.basis === null ? null : (
                    <div className="dim">
                      <PlainText limit={120}>{taxBasisWords(payment.basis)}</PlainText>
                    </div>
                  )}
                </td>
                <td>{payment.item ?? ''}</td>
                <td className="number">
                  <PlainText limit={40}>{money(payment.amount, payment.currency)}</PlainText>
                </td>
                <td>{payment.payable ? 'Yes' : payment.informational ? 'For information' : 'No'}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {sumPayable(payments).total.map(({ amount, currency }) => (
              <tr key={currency}>
                <th scope="row">To pay in all</th>
                <td />
                <td className="number">
                  <strong>{money(amount, currency)}</strong>
                </td>
                <td />
              </tr>
            ))}
          </tfoot>
        </table>
      </TableFrame>
      <MoreLines all={payments.length} what="amount" />
    </section>
  );
}
