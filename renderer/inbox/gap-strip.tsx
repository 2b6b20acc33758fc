import type { ReactElement } from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import { gapKey, gapSentence, openGaps } from '../app/gap-words.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { useDismissGap } from '../app/use-dismiss-gap.ts';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';

/** As many as leave room for the list; the accounts have them all. */
const MOST_SHOWN = 2;

/** Above the rows: from when to when something may be missing of what the list shows. */
export function GapStrip({ accounts }: { readonly accounts: readonly AccountStatus[] }): ReactElement | null {
  const { navigator, seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  const dismiss = useDismissGap();
  const gaps = openGaps(accounts);
  if (gaps.length === 0) return null;
  return (
    <ul className="gap-strip" aria-label="What may be missing">
      {gaps.slice(0, MOST_SHOWN).map((open) => (
        <li key={gapKey(open)}>
          <Icon name="gap" />
          <p>
            <strong>
              <PlainText limit={160}>{gapSentence(open, today)}</PlainText>
            </strong>{' '}
            <PlainText limit={200}>{open.gap.why}</PlainText>
          </p>
          <button
            type="button"
            aria-label={`Dismiss: ${gapSentence(open, today)}`}
            onClick={() =>
              void dismiss(open).then((gone) => {
                // The button goes: the keyboard must not go with it.
                if (gone) navigator.focus('list');
              })
            }
          >
            Dismiss
          </button>
        </li>
      ))}
      {gaps.length > MOST_SHOWN ? (
        <li>
          <button type="button" className="link" onClick={() => navigator.showScreen('accounts')}>
            {plural(gaps.length - MOST_SHOWN, 'more such stretch', 'more such stretches')}: see the accounts
          </button>
        </li>
      ) : null}
    </ul>
  );
}
