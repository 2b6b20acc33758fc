import { useId, type ReactElement, type ReactNode } from 'react';
import type { DecodedAmendment, DecodedError } from '../../shared/notification.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { MoreLines, TableFrame } from './table-frame.tsx';
import { LIMITS, whereOf } from './thread-words.ts';

interface StackingTableProps {
  readonly title: string;
  /** Said beside the title: which message has the lines. */
  readonly of: ReactNode;
  /** The header's cells. */
  readonly header: ReactNode;
  /** The rows that are shown. */
  readonly children: ReactNode;
  /** How many lines there are, shown or not, and what one is. */
  readonly all: number;
  readonly what: string;
}

/**
 * A table of what concerns places in a declaration. In a narrow pane the style stacks the cells of a row; the roles
 * say that they are a table none the less.
 */
export function StackingTable(props: StackingTableProps): ReactElement {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h3 id={heading}>{props.title}</h3>
        {props.of}
      </div>
      <TableFrame labelledBy={heading}>
        <table role="table" className="stacking">
          <thead role="rowgroup">
            <tr role="row">{props.header}</tr>
          </thead>
          <tbody role="rowgroup">{props.children}</tbody>
        </table>
      </TableFrame>
      <MoreLines all={props.all} what={props.what} />
    </section>
  );
}

export const HeaderCell = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <th role="columnheader" scope="col">
    {children}
  </th>
);

/** Brokers say DE; the whole word is there for who asks. */
export const PlaceHeaders = (): ReactElement => (
  <>
    <HeaderCell>Item</HeaderCell>
    <HeaderCell>Where</HeaderCell>
    <HeaderCell>
      <abbr title="Data element">DE</abbr>
    </HeaderCell>
  </>
);

/** Which item, where in words, and which data element. */
export const PlaceCells = ({ place }: { readonly place: DecodedError | DecodedAmendment }): ReactElement => (
  <>
    <td role="cell" className="item">
      {place.item ?? ''}
    </td>
    <td role="cell" className="where">
      <PlainText limit={LIMITS.where}>{whereOf(place)}</PlainText>
    </td>
    <td role="cell" className="element">
      {place.dataElement === null ? '' : <PlainText limit={LIMITS.code}>{place.dataElement}</PlainText>}
    </td>
  </>
);
