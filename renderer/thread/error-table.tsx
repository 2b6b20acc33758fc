import { useId, type ReactElement } from 'react';
import type { DecodedError } from '../../shared/notification.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { DataElementHeader, MoreLines, TableFrame } from './table-frame.tsx';
import { errorsTitle, LIMITS, MOST_LINES, NO_MEANING, whereOf } from './thread-words.ts';

interface ErrorTableProps {
  readonly errors: readonly DecodedError[];
  /** Said beside the heading: which message has them. */
  readonly of?: ReactElement;
  /** Whose words a description is. */
  readonly speaker?: string;
}

/** Errors in words: where, what the code means, what to do. The roles stay where the style stacks the cells. */
export function ErrorTable({ errors, of, speaker = 'Customs' }: ErrorTableProps): ReactElement {
  const heading = useId();
  // Not every source says where.
  const isPlaced = errors.some(
    ({ item, path, pointer, dataElement }) => (item ?? path ?? pointer ?? dataElement) !== null,
  );
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h3 id={heading}>{errorsTitle(errors)}</h3>
        {of}
      </div>
      <TableFrame labelledBy={heading}>
        <table role="table" className="stacking">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                Code
              </th>
              {isPlaced ? (
                <>
                  <th role="columnheader" scope="col">
                    Item
                  </th>
                  <th role="columnheader" scope="col">
                    Where
                  </th>
                  <DataElementHeader />
                </>
              ) : null}
              <th role="columnheader" scope="col">
                What it means and what to do
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {errors.slice(0, MOST_LINES).map((error, index) => (
              <ErrorRow key={index} error={error} isPlaced={isPlaced} speaker={speaker} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <MoreLines all={errors.length} what="error" />
    </section>
  );
}

interface ErrorRowProps {
  readonly error: DecodedError;
  readonly isPlaced: boolean;
  readonly speaker: string;
}

function ErrorRow({ error, isPlaced, speaker }: ErrorRowProps): ReactElement {
  return (
    <tr role="row">
      <td role="cell" className="mono">
        <PlainText limit={LIMITS.code}>{error.code}</PlainText>
      </td>
      {isPlaced ? (
        <>
          <td role="cell" className="item">
            {error.item ?? ''}
          </td>
          <td role="cell" className="where">
            <PlainText limit={LIMITS.where}>{whereOf(error)}</PlainText>
          </td>
          <td role="cell" className="element">
            {error.dataElement === null ? '' : <PlainText limit={LIMITS.code}>{error.dataElement}</PlainText>}
          </td>
        </>
      ) : null}
      <td role="cell" className="meaning">
        <PlainText limit={LIMITS.meaning}>{error.meaning ?? NO_MEANING}</PlainText>
        {error.nextStep === null ? null : (
          <p className="next">
            <PlainText limit={LIMITS.meaning}>{error.nextStep}</PlainText>
          </p>
        )}
        {error.description === null ? null : (
          <p className="dim">
            {speaker} says: <PlainText limit={LIMITS.meaning}>{error.description}</PlainText>
          </p>
        )}
        {error.advisory ? <p className="dim">For information; nothing was refused for it.</p> : null}
      </td>
    </tr>
  );
}
