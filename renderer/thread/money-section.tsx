import { useId, type ReactElement } from 'react';
import { DayTime } from '../ui/day-time.tsx';
import { money, plural } from '../ui/format.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { stageWords, type AmountLine, type Calculation, type KindAmounts } from './calculation.ts';
import { DetailLines } from './detail-list.tsx';
import { TableFrame } from './table-frame.tsx';
import { timeOf } from './thread-words.ts';

interface MoneySectionProps {
  readonly calculation: Calculation;
  /** Whether the call is of this message and has its details already. */
  readonly isCalled: boolean;
}

/** Duty, VAT and the rest by the calculation that counts: what was worked out, and of that what is to be paid. */
export function MoneySection({ calculation, isCalled }: MoneySectionProps): ReactElement {
  const heading = useId();
  const { entry, stage, lines, totals, informational, later } = calculation;
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h3 id={heading}>Duty and tax</h3>
        <span className="dim">
          {stageWords[stage]}, <DayTime at={timeOf(entry)} />
        </span>
      </div>
      {lines.length === 0 ? <p className="dim">The message names no amounts.</p> : null}
      {lines.length === 0 ? null : (
        <TableFrame labelledBy={heading}>
          <table className="money">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col" className="number">
                  Assessed
                </th>
                <th scope="col" className="number">
                  To pay
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.flatMap((line) => [
                <Line key={`${line.name} ${line.currency ?? ''}`} line={line} />,
                ...(line.kinds.length > 1 ? line.kinds : []).map((kind) => (
                  <KindLine key={`${kind.kind} ${kind.currency ?? ''}`} kind={kind} />
                )),
              ])}
            </tbody>
            {lines.length > 1 ? (
              <tfoot>
                {totals.map((sum) => (
                  <tr key={sum.currency}>
                    <th scope="row">In all</th>
                    <Amount amount={sum.assessed} currency={sum.currency} />
                    <Amount amount={sum.payable} currency={sum.currency} />
                  </tr>
                ))}
              </tfoot>
            ) : null}
          </table>
        </TableFrame>
      )}
      {isCalled || entry.details.length === 0 ? null : (
        <dl className="details">
          <DetailLines details={entry.details} />
        </dl>
      )}
      {informational === 0 ? null : (
        <p className="dim">
          {plural(informational, 'more line')} of the message only{' '}
          {informational === 1 ? 'informs' : 'inform'} and {informational === 1 ? 'is' : 'are'} in no sum.
        </p>
      )}
      {later === null ? null : (
        <p className="dim">
          A later {stageWords[later.stage]} came <DayTime at={timeOf(later.entry)} />: it is not final.
        </p>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: AmountLine }): ReactElement {
  const [only, ...others] = line.kinds;
  return (
    <tr>
      <th scope="row">
        <PlainText limit={80}>{line.name}</PlainText>{' '}
        {only !== undefined && others.length === 0 && only.kind !== 'header' ? (
          <span className="mono dim">{only.kind}</span>
        ) : null}
      </th>
      <Amount amount={line.assessed} currency={line.currency} />
      <Amount amount={line.payable} currency={line.currency} />
    </tr>
  );
}

function KindLine({ kind }: { readonly kind: KindAmounts }): ReactElement {
  return (
    <tr className="part dim">
      <td>
        <PlainText limit={80}>{kind.name}</PlainText> <span className="mono">{kind.kind}</span>
      </td>
      <Amount amount={kind.assessed} currency={kind.currency} />
      <Amount amount={kind.payable} currency={kind.currency} />
    </tr>
  );
}

function Amount(props: { readonly amount: string | null; readonly currency: string | null }): ReactElement {
  return (
    <td className="number">
      {props.amount === null ? (
        <>
          <span className="dim" aria-hidden="true">
            –
          </span>
          <span className="visually-hidden">none</span>
        </>
      ) : (
        <PlainText limit={40}>{money(props.amount, props.currency)}</PlainText>
      )}
    </td>
  );
}
