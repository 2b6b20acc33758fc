import type { ReactElement, RefObject } from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import { gapKey, gapSentence, gapSpan, openGaps } from '../app/gap-words.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { useDismissGap } from '../app/use-dismiss-gap.ts';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';

const MOST_SHOWN = 20;

interface AccountGapsProps {
  readonly status: AccountStatus;
  /** What takes the keyboard when the button that was pressed is gone. */
  readonly heading: RefObject<HTMLElement | null>;
}

/** From when to when something may be missing in one account, each until somebody dismisses it. */
export function AccountGaps({ status, heading }: AccountGapsProps): ReactElement | null {
  const { seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  const dismiss = useDismissGap();
  const gaps = openGaps([status]);
  if (gaps.length === 0) return null;
  return (
    <ul className="account-gaps" aria-label="What may be missing">
      {gaps.slice(0, MOST_SHOWN).map((open) => (
        <li key={gapKey(open)}>
          <Icon name="gap" />
          <div>
            <p>
              <strong>Something may be missing {gapSpan(open.gap, today)}</strong>
            </p>
            <p>
              <PlainText limit={300}>{open.gap.why}</PlainText>
            </p>
          </div>
          <button
            type="button"
            aria-label={`Dismiss: ${gapSentence(open, today)}`}
            onClick={() =>
              void dismiss(open).then((gone) => {
                if (gone) heading.current?.focus();
              })
            }
          >
            Dismiss
          </button>
        </li>
      ))}
      {gaps.length > MOST_SHOWN ? (
        <li className="dim">
          And {plural(gaps.length - MOST_SHOWN, 'earlier stretch', 'earlier stretches')}.
        </li>
      ) : null}
    </ul>
  );
}
