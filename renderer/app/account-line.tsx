import { useId, type ReactElement } from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import { toggled } from '../inbox/views.ts';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { engineHealth, healthWords, type HealthWords } from './health-words.ts';
import { useEngine } from './queries.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** One account: its name, how it is doing in words, and how far the wait for its next poll has come. Choosing it filters the list. */
export function AccountLine({ account }: { readonly account: AccountStatus }): ReactElement {
  const { navigator, seconds } = useServices();
  const { narrowing } = useStore(navigator.place);
  const now = useStore(seconds);
  const engine = useEngine();
  const health = engineHealth(engine, now) ?? healthWords(account, now);
  const [notice, ...others] = account.notices;
  const words = useId();
  const chosen = narrowing.accounts.includes(account.id);
  return (
    <li className={`account ${health.tone}`} data-chosen={chosen}>
      <button
        type="button"
        aria-describedby={words}
        aria-pressed={chosen}
        onClick={() => navigator.narrow(toggled(narrowing, 'accounts', account.id))}
      >
        <span className="clip name">
          <PlainText limit={80} expandable={false}>
            {account.name}
          </PlainText>
        </span>
      </button>
      {health.slot === null ? null : <SlotBar part={health.slot} />}
      <small id={words}>
        <HealthText health={health} />
        {account.unsent > 0 && account.state !== 'polling' ? (
          <span className="unsent">{plural(account.unsent, 'acknowledgement')} not sent yet.</span>
        ) : null}
        {account.gaps.length > 0 ? (
          <span className="aside">
            <Icon name="gap" />
            Something may be missing
          </span>
        ) : null}
        {notice === undefined ? null : (
          <span className="aside">
            <Icon name="info" />
            <PlainText limit={80} expandable={false}>
              {notice.title}
            </PlainText>
            {others.length > 0 ? `, and ${others.length} more` : null}
          </span>
        )}
      </small>
    </li>
  );
}

/** The words with a sign beside them where somebody should look: never colour alone. */
export function HealthText({ health }: { readonly health: HealthWords }): ReactElement {
  return (
    <>
      {health.tone === 'bad' ? <Icon name="alert" /> : null}
      {health.tone === 'wait' ? <Icon name="clock" /> : null}
      {health.words}
    </>
  );
}

function SlotBar({ part }: { readonly part: number }): ReactElement {
  return (
    <span className="slot" aria-hidden="true">
      <i style={{ transform: `scaleX(${part})` }} />
    </span>
  );
}
