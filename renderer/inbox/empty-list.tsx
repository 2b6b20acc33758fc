import { useEffect, useRef, type ReactElement } from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import type { OpenGap } from '../app/gap-words.ts';
import { freshness } from '../app/health-words.ts';
import { useEngine, usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { emptyWords, type EmptyWords } from './empty-words.ts';
import type { ListKind } from './use-list-by.ts';
import { isNarrowed, NO_NARROWING } from './views.ts';

const icons = { good: 'check', bad: 'alert', plain: 'inbox' } as const satisfies Record<
  EmptyWords['tone'],
  string
>;

export function EmptyList(props: {
  readonly accounts: readonly AccountStatus[];
  readonly gaps: readonly OpenGap[];
  readonly kind: ListKind;
}): ReactElement {
  const { accounts, gaps, kind } = props;
  const { navigator, seconds } = useServices();
  const { view, narrowing } = useStore(navigator.place);
  const now = useStore(seconds);
  const engine = useEngine();
  const { quietMinutes } = usePreferences();
  const noticesSilence = Object.values(quietMinutes).some((minutes) => minutes > 0);
  const words = emptyWords(
    { view, by: kind.by, noun: kind.noun, narrowed: isNarrowed(narrowing), noticesSilence, gaps },
    freshness(accounts, now, engine),
    now,
  );
  const element = useRef<HTMLDivElement>(null);
  const wantsFocus = useStore(navigator.place, ({ focus }) => focus === 'list');
  useEffect(() => {
    if (!wantsFocus) return;
    element.current?.focus();
    navigator.arrived();
  }, [wantsFocus, navigator]);
  return (
    <div ref={element} className={`empty ${words.tone}`} tabIndex={-1}>
      <Icon name={icons[words.tone]} />
      <h2>{words.title}</h2>
      {words.lines.map((line) => (
        <p key={line}>
          <PlainText>{line}</PlainText>
        </p>
      ))}
      <Offer words={words} />
    </div>
  );
}

function Offer({ words }: { readonly words: EmptyWords }): ReactElement | null {
  const { navigator } = useServices();
  switch (words.offer) {
    case 'add-account':
      return (
        <button type="button" className="main" onClick={() => navigator.showScreen('accounts')}>
          Add an account
        </button>
      );
    case 'see-accounts':
      return (
        <button type="button" onClick={() => navigator.showScreen('accounts')}>
          See the accounts
        </button>
      );
    case 'see-settings':
      return (
        <button type="button" onClick={() => navigator.showScreen('settings')}>
          See the settings
        </button>
      );
    case 'clear-filters':
      return (
        <button type="button" onClick={() => navigator.narrow(NO_NARROWING)}>
          Clear filters
        </button>
      );
    case 'none':
      return null;
  }
}
