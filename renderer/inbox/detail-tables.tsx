import type { ReactElement } from 'react';
import type { DecodedError, DecodedPayment } from '../../shared/notification.ts';
import { sumPayable } from '../../shared/payments/sum-payments.ts';
import { plural } from '../ui/format.ts';
import { PlainText } from '../ui/plain-text.tsx';

/** A message of a hostile sender may hold thousands: no screen helps with more than these. */
const MOST_LINES = 200;

export function ErrorTable({ errors }: { readonly errors: readonly DecodedError[] }): ReactElement {
  return (
    <section aria-labelledby="errors">
      <h3 id="errors">{errors.every(({ advisory }) => advisory) ? 'Advice' : 'What is wrong'}</h3>
      <div className="table-frame" tabIndex={0} role="group" aria-labelledby="errors">
        <table>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Data element</th>
              <th scope="col">What the code means</th>
              <th scope="col">Code</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, MOST_LINES).map((error, index) => (
              <tr key={index}>
                <td>
                  <PlainText limit={200}>{whereOf(error)}</PlainText>
                </td>
                <td>
                  {error.dataElement === null ? '' : <PlainText limit={40}>{error.dataElement}</PlainText>}
                </td>
                <td>
                  <PlainText limit={400}>{error.meaning ?? 'Quayside does not know this code.'}</PlainText>
                  {error.nextStep === null ? null : (
                    <p>
                      <PlainText limit={400}>{error.nextStep}</PlainText>
                    </p>
                  )}
                  {error.description === null ? null : (
                    <p className="dim">
                      <PlainText limit={400}>{error.description}</PlainText>
                    </p>
                  )}
                  {error.advisory ? (
                    <p className="dim">For information; nothing was refused for it.</p>
                  ) : null}
                </td>
                <td className="mono">
                  <PlainText limit={40}>{error.code}</PlainText>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More shown={MOST_LINES} all={errors.length} what="error" />
    </section>
  );
}

export function PaymentTable({ payments }: { readonly payments: readonly DecodedPayment[] }): ReactElement {
  return (
    <section aria-labelledby="payments">
      <h3 id="payments">Amounts</h3>
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
              </td>
              <td>{payment.item ?? ''}</td>
              <td className="number">
                <PlainText limit={40}>{`${payment.amount} ${payment.currency ?? ''}`}</PlainText>
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
                <strong>{`${amount} ${currency ?? ''}`}</strong>
              </td>
              <td />
            </tr>
          ))}
        </tfoot>
      </table>
      <More shown={MOST_LINES} all={payments.length} what="amount" />
    </section>
  );
}

function More(props: {
  readonly shown: number;
  readonly all: number;
  readonly what: string;
}): ReactElement | null {
  const left = props.all - props.shown;
  return left > 0 ? <p className="dim">And {plural(left, `more ${props.what}`)}: see the payload.</p> : null;
}

function whereOf(error: DecodedError): string {
  if (error.path !== null) return error.path;
  if (error.item !== null) return `Goods item ${error.item}`;
  return error.pointer ?? 'The message as a whole';
}
