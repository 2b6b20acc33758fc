import { useId, type ReactElement } from 'react';
import type { DecodedAmendment } from '../../shared/notification.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { DataElementHeader, MoreLines, TableFrame } from './table-frame.tsx';
import { LIMITS, MOST_LINES, whereOf } from './thread-words.ts';

interface AmendmentTableProps {
  readonly amendments: readonly DecodedAmendment[];
  /** Said beside the heading: which message has them. */
  readonly of?: ReactElement;
}

/** What a new version of the declaration changes, and why. The roles stay where the style stacks the cells. */
export function AmendmentTable({ amendments, of }: AmendmentTableProps): ReactElement {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h3 id={heading}>What changed</h3>
        {of}
      </div>
      <TableFrame labelledBy={heading}>
        <table role="table" className="stacking">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                Reason
              </th>
              <th role="columnheader" scope="col">
                Item
              </th>
              <th role="columnheader" scope="col">
                Where
              </th>
              <DataElementHeader />
              <th role="columnheader" scope="col">
                Why
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {amendments.slice(0, MOST_LINES).map((amendment, index) => (
              <AmendmentRow key={index} amendment={amendment} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <MoreLines all={amendments.length} what="change" />
    </section>
  );
}

function AmendmentRow({ amendment }: { readonly amendment: DecodedAmendment }): ReactElement {
  const { dataElement, meaning, description, reason, item } = amendment;
  return (
    <tr role="row">
      <td role="cell" className="mono">
        {reason === null ? '' : <PlainText limit={LIMITS.code}>{reason}</PlainText>}
      </td>
      <td role="cell" className="item">
        {item ?? ''}
      </td>
      <td role="cell" className="where">
        <PlainText limit={LIMITS.where}>{whereOf(amendment)}</PlainText>
      </td>
      <td role="cell" className="element">
        {dataElement === null ? '' : <PlainText limit={LIMITS.code}>{dataElement}</PlainText>}
      </td>
      <td role="cell" className="meaning">
        {meaning === null && description === null ? 'No reason is given in words.' : null}
        {meaning === null ? null : <PlainText limit={LIMITS.meaning}>{meaning}</PlainText>}
        {description === null ? null : (
          <p className={meaning === null ? '' : 'dim'}>
            Customs says: <PlainText limit={LIMITS.meaning}>{description}</PlainText>
          </p>
        )}
      </td>
    </tr>
  );
}
