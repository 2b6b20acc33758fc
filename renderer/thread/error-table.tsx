import type { ReactElement } from 'react';
import type { DecodedError } from '../../shared/notification.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { HeaderCell, PlaceCells, PlaceHeaders, StackingTable } from './stacking-table.tsx';
import { errorsTitle, LIMITS, MOST_LINES, NO_MEANING } from './thread-words.ts';

interface ErrorTableProps {
  readonly errors: readonly DecodedError[];
  /** Said beside the heading: which message has them. */
  readonly of?: ReactElement;
  /** Whose words a description is. */
  readonly speaker?: string;
}

/** Errors in words: where, what the code means, what to do. */
export function ErrorTable({ errors, of, speaker = 'Customs' }: ErrorTableProps): ReactElement {
  // Not every source says where.
  const isPlaced = errors.some(
    ({ item, path, pointer, dataElement }) => (item ?? path ?? pointer ?? dataElement) !== null,
  );
  const header = (
    <>
      <HeaderCell>Code</HeaderCell>
      {isPlaced ? <PlaceHeaders /> : null}
      <HeaderCell>What it means and what to do</HeaderCell>
    </>
  );
  return (
    <StackingTable title={errorsTitle(errors)} of={of} header={header} all={errors.length} what="error">
      {errors.slice(0, MOST_LINES).map((error, index) => (
        <ErrorRow key={index} error={error} isPlaced={isPlaced} speaker={speaker} />
      ))}
    </StackingTable>
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
      {isPlaced ? <PlaceCells place={error} /> : null}
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
