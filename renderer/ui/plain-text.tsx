import { useState, type ReactElement } from 'react';
import { harmless } from '../../shared/harmless-text.ts';
import { clipped, count } from './format.ts';

interface PlainTextProps {
  readonly children: string;
  /** Longer text is cut here until a person asks for all of it. */
  readonly limit?: number;
  /** False where there is no room to ask, such as a row. */
  readonly expandable?: boolean;
}

const LIMIT = 600;

/** Text of somebody else's making: isolated, so that its writing direction cannot turn ours round, what acts shown as its code, and never longer than a screen bears. */
export function PlainText({ children, limit = LIMIT, expandable = true }: PlainTextProps): ReactElement {
  const [whole, setWhole] = useState(false);
  const cut = children.length > limit && !whole;
  return (
    <>
      <bdi className="foreign">{harmless(cut ? clipped(children, limit) : children)}</bdi>
      {cut && expandable ? (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Show all {count(children.length)} characters
        </button>
      ) : null}
    </>
  );
}
