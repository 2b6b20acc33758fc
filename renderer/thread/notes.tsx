import type { ReactElement } from 'react';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';

/** What else is so, beside what a status says. */
export function Notes({ notes }: { readonly notes: readonly string[] }): ReactElement {
  return (
    <ul className="declaration-notes" aria-label="Also">
      {notes.map((note) => (
        <li key={note}>
          <Icon name="info" />
          <PlainText limit={200}>{note}</PlainText>
        </li>
      ))}
    </ul>
  );
}
