import { useState, type ReactElement } from 'react';
import type { ShellState } from '../../shared/bridge.ts';
import { damageWords, type DamagedFile } from '../../shared/damaged-file.ts';
import { shortTime, span } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { useStatus } from './queries.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** What could not be used of the app's own files, and what that means for polling; until a person has read it. */
export function DamageBanner({ shell }: { readonly shell: ShellState }): ReactElement | null {
  const [read, setRead] = useState(0);
  const unread = shell.damaged.slice(read);
  if (unread.length === 0) return null;
  const isLost = unread.some(({ goesOnWith }) => goesOnWith === 'nothing');
  return (
    <div className={isLost ? 'banner damage lost' : 'banner damage'} role="alert">
      <Icon name="alert" />
      <div className="words">
        {unread.map((damage, index) => (
          <DamageText key={read + index} damage={damage} accountsAreFixed={shell.accountsAreFixed} />
        ))}
      </div>
      <button type="button" onClick={() => setRead(shell.damaged.length)}>
        Dismiss
      </button>
    </div>
  );
}

function DamageText(props: {
  readonly damage: DamagedFile;
  readonly accountsAreFixed: boolean;
}): ReactElement {
  const { damage, accountsAreFixed } = props;
  const { seconds } = useServices();
  // A minute is exact enough for how long ago it was.
  const minute = useStore(seconds, (now) => Math.floor(now / 60_000)) * 60_000;
  const noAccounts = useStatus().data?.accounts.length === 0;
  const words = damageWords(damage, { saved: ago(damage.savedAt, minute), accountsAreFixed, noAccounts });
  return (
    <p>
      <strong>{words.title}.</strong> <PlainText>{words.sentences.join(' ')}</PlainText>
    </p>
  );
}

/** `3 h ago (09:41)`. */
const ago = (savedAt: string | null, now: number): string =>
  savedAt === null
    ? ''
    : `${span(Math.max(60_000, now - Date.parse(savedAt)))} ago (${shortTime(savedAt, now)})`;
