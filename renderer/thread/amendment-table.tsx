import type { ReactElement } from 'react';
import type { DecodedAmendment } from '../../shared/notification.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { HeaderCell, PlaceCells, PlaceHeaders, StackingTable } from './stacking-table.tsx';
import { LIMITS, MOST_LINES } from './thread-words.ts';

interface AmendmentTableProps {
  readonly amendments: readonly DecodedAmendment[];
  /** Said beside the heading: which message has them. */
  readonly of?: ReactElement;
}

/** What a new version of the declaration changes, and why. */
export function AmendmentTable({ amendments, of }: AmendmentTableProps): ReactElement {
  const header = (
    <>
      <HeaderCell>Reason</HeaderCell>
      <PlaceHeaders />
      <HeaderCell>Why</HeaderCell>
    </>
  );
  return (
    <StackingTable title="What changed" of={of} header={header} all={amendments.length} what="change">
      {amendments.slice(0, MOST_LINES).map((amendment, index) => (
        <AmendmentRow key={index} amendment={amendment} />
      ))}
    </StackingTable>
  );
}

function AmendmentRow({ amendment }: { readonly amendment: DecodedAmendment }): ReactElement {
  const { meaning, description, reason } = amendment;
  return (
    <tr role="row">
      <td role="cell" className="mono">
        {reason === null ? '' : <PlainText limit={LIMITS.code}>{reason}</PlainText>}
      </td>
      <PlaceCells place={amendment} />
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
