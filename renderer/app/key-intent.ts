/** What a key asks for, before anybody asks whether it can be done now. */
export type Intent =
  | { readonly do: 'move'; readonly by: Step; readonly extend: boolean }
  | { readonly do: 'open' | 'back' | 'acknowledge' | 'undo' | 'pick' | 'pick-all' | 'search' | 'keys' }
  | { readonly do: 'list-by' | 'detail-as' }
  | { readonly do: 'into-row' | 'out-of-row' };

export type Step = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where the keyboard is: letters are off in fields, and arrows belong to the list only while it has the focus. */
export type KeyPlace = 'field' | 'list-row' | 'list-control' | 'elsewhere';

/** The intent of a key press; null where the key is not ours. `?` comes with Shift on most layouts and without on some. */
export function keyIntent(press: KeyPress, place: KeyPlace): Intent | null {
  if (press.altKey) return null;
  if (place === 'field') return press.key === 'Escape' ? { do: 'back' } : null;
  if (press.ctrlKey || press.metaKey) return withCommand(press, place);
  const inList = place !== 'elsewhere';
  const listKey = inList ? listIntent(press, place) : null;
  return listKey ?? anywhere(press);
}

/** The list of keys as the help shows it. */
export const KEY_HELP: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['J', '↓'], what: 'Next notification' },
  { keys: ['K', '↑'], what: 'Previous notification' },
  { keys: ['Home', 'End'], what: 'Newest and oldest' },
  { keys: ['PgUp', 'PgDn'], what: 'One screen up or down' },
  { keys: ['Enter'], what: 'Open: go to what it says' },
  { keys: ['Esc'], what: 'Back; clear the selection' },
  { keys: ['E'], what: 'Acknowledge' },
  { keys: ['Z'], what: 'Undo the last acknowledgement' },
  { keys: ['X', 'Space'], what: 'Select or deselect' },
  { keys: ['Shift+↓', 'Shift+↑'], what: 'Extend the selection' },
  { keys: ['Ctrl+A'], what: 'Select all that the list shows' },
  { keys: ['→', '←'], what: 'Into and out of the controls of a row' },
  { keys: ['T'], what: 'List declarations and payments, or single notifications' },
  { keys: ['D'], what: 'Show the whole declaration or payment, or the one notification' },
  { keys: ['/'], what: 'Search' },
  { keys: ['?'], what: 'These keys' },
];

function withCommand(press: KeyPress, place: KeyPlace): Intent | null {
  // Elsewhere Ctrl+A keeps its own meaning, so that a payload can be selected as text.
  return press.key.toLowerCase() === 'a' && !press.shiftKey && place !== 'elsewhere'
    ? { do: 'pick-all' }
    : null;
}

const LIST_STEPS: Readonly<Record<string, Step | undefined>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

function listIntent(press: KeyPress, place: KeyPlace): Intent | null {
  const step = LIST_STEPS[press.key];
  if (step !== undefined) return { do: 'move', by: step, extend: press.shiftKey };
  if (press.key === 'ArrowRight') return { do: 'into-row' };
  if (press.key === 'ArrowLeft') return { do: 'out-of-row' };
  // On a control of the row, Enter and Space are the control's own.
  if (place === 'list-control') return null;
  if (press.key === 'Enter') return { do: 'open' };
  if (press.key === ' ') return { do: 'pick' };
  return null;
}

function anywhere(press: KeyPress): Intent | null {
  if (press.key === 'Escape') return { do: 'back' };
  if (press.key === '/') return { do: 'search' };
  if (press.key === '?') return { do: 'keys' };
  const extend = press.shiftKey;
  switch (press.key.toLowerCase()) {
    case 'j':
      return { do: 'move', by: 'next', extend };
    case 'k':
      return { do: 'move', by: 'previous', extend };
    case 'e':
      return { do: 'acknowledge' };
    case 'z':
      return { do: 'undo' };
    case 'x':
      return { do: 'pick' };
    case 't':
      return { do: 'list-by' };
    case 'd':
      return { do: 'detail-as' };
    default:
      return null;
  }
}
