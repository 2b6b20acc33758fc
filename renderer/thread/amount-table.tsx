import { useId, type ReactElement } from 'react';
import type { DecodedPayment } from '../../shared/notification.ts';
import { DayTime } from '../ui/day-time.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { amountWords, type NamedAmount } from './payment-amounts.ts';
import { MoreLines, TableFrame } from './table-frame.tsx';
import { LIMITS, MOST_LINES, timeOf } from './thread-words.ts';

/** Every amount of one message of a payment network. There is no sum: they may be the same money. */
export function AmountTable({ payments }: { readonly payments: readonly DecodedPayment[] }): ReactElement {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>Amounts</h3>
      <TableFrame labelledBy={heading}>
        <table className="money">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" className="number">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {payments.slice(0, MOST_LINES).map((payment, index) => (
              <tr key={index}>
                <td>
                  <PlainText limit={80}>{payment.name}</PlainText>
                </td>
                <Amount payment={payment} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <MoreLines all={payments.length} what="amount" />
    </section>
  );
}

/** The amounts of a payment's whole life, each with the message that named it. */
export function StoryAmounts({ amounts }: { readonly amounts: readonly NamedAmount[] }): ReactElement {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h3 id={heading}>Amounts</h3>
        <span className="dim">Messages may tell of the same money, so nothing is added up.</span>
      </div>
      <TableFrame labelledBy={heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Message</th>
              <th scope="col">What</th>
              <th scope="col" className="number">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {amounts.slice(0, MOST_LINES).map(({ entry, payment }, index) => (
              <tr key={index}>
                <td>
                  <DayTime at={timeOf(entry)} />
                </td>
                <td>
                  <PlainText limit={LIMITS.title}>{entry.title}</PlainText>
                </td>
                <td>
                  <PlainText limit={80}>{payment.name}</PlainText>
                </td>
                <Amount payment={payment} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <MoreLines all={amounts.length} what="amount" />
    </section>
  );
}

function Amount({ payment }: { readonly payment: DecodedPayment }): ReactElement {
  return (
    <td className="number">
      <PlainText limit={60}>{amountWords(payment)}</PlainText>
    </td>
  );
}
