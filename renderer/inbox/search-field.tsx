import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Icon } from '../ui/icon.tsx';
import type { ThreadNoun } from '../ui/source-subject.ts';
import { useThreadNoun } from './use-thread-noun.ts';
import { SEARCH_LIMIT } from './views.ts';

/** What a person may look for, by what there is. */
const placeholders = {
  declaration: 'MRN, LRN, words',
  payment: 'References, words',
  thread: 'MRN, LRN, references, words',
} as const satisfies Record<ThreadNoun, string>;

/** A word is searched for once the fingers rest. */
const REST_MS = 150;

export function SearchField(): ReactElement {
  const { clock, navigator } = useServices();
  const search = useStore(navigator.place, ({ narrowing }) => narrowing.search);
  const wantsFocus = useStore(navigator.place, ({ focus }) => focus === 'search');
  const noun = useThreadNoun();
  const [typed, setTyped] = useState({ text: search, asked: search });
  // The filter was changed elsewhere, by a chip or "Clear all".
  if (typed.asked !== search) setTyped({ text: search, asked: search });
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!wantsFocus) return;
    field.current?.focus();
    field.current?.select();
    navigator.arrived();
  }, [wantsFocus, navigator]);

  const { text, asked } = typed;
  const ask = useCallback(
    (words: string) => {
      setTyped({ text: words, asked: words });
      navigator.narrow({ ...navigator.place.get().narrowing, search: words });
    },
    [navigator],
  );
  useEffect(
    () => (text === asked ? undefined : clock.after(REST_MS, () => ask(text))),
    [text, asked, clock, ask],
  );

  return (
    <div className="field" role="search">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        aria-label="Search"
        placeholder={placeholders[noun]}
        maxLength={SEARCH_LIMIT}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setTyped({ text: event.target.value, asked })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            if (text !== asked) ask(text);
            navigator.focus('list');
          }
        }}
      />
      {text === '' ? <kbd aria-hidden="true">/</kbd> : null}
    </div>
  );
}
