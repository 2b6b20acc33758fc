import type { ReactElement, ReactNode } from 'react';
import { plural } from '../ui/format.ts';
import { MOST_LINES } from './thread-words.ts';

/** A table that may be wider than the pane: it scrolls by itself, by keyboard too. */
export function TableFrame(props: {
  readonly labelledBy: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-labelledby={props.labelledBy}>
      {props.children}
    </div>
  );
}

/** How many lines of a table were left out; nothing where none was. */
export function MoreLines(props: { readonly all: number; readonly what: string }): ReactElement | null {
  const left = props.all - MOST_LINES;
  return left > 0 ? (
    <p className="dim">And {plural(left, `more ${props.what}`)}: see the message itself.</p>
  ) : null;
}
