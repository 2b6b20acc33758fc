import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import type { ShellState } from '../../shared/bridge.ts';
import { InboxScreen } from '../inbox/inbox-screen.tsx';
import { viewCount } from '../inbox/views.ts';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { failureOf } from './bridge.ts';
import { DamageBanner } from './damage-banner.tsx';
import { RefusedScreen, RestartingBanner, SilentBanner, StartingScreen } from './engine-screens.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { usePreferences, usePreferencesQuery, useShell, useStatus } from './queries.ts';
import { useServices } from './services.ts';
import { Sidebar } from './sidebar.tsx';
import { StatusBar } from './status-bar.tsx';
import { useStore } from './store.ts';
import { useLook } from './theme.ts';
import { ToastLine } from './toast-line.tsx';

// The forms bring the schemas along: they are loaded when they are wanted.
const AccountsScreen = lazy(async () => {
  const { AccountsScreen: component } = await import('../accounts/accounts-screen.tsx');
  return { default: component };
});

export function App(): ReactElement {
  const shell = useShell();
  const preferences = usePreferencesQuery();
  useLook(usePreferences());
  useWindowTitle();
  if (shell.data === undefined) {
    return shell.isError ? (
      <RefusedScreen failure={failureOf(shell.error)} shell={null} />
    ) : (
      <StartingScreen />
    );
  }
  if (shell.data.engine === 'refused' && shell.data.refusal !== null) {
    return <RefusedScreen failure={shell.data.refusal} shell={shell.data} />;
  }
  // What a row of the list is depends on the preferences: another list must not flash up first.
  if (shell.data.engine === 'starting' || preferences.isPending) return <StartingScreen />;
  return <Frame shell={shell.data} />;
}

function Frame({ shell }: { readonly shell: ShellState }): ReactElement {
  const { navigator } = useServices();
  const { screen, dialog } = useStore(navigator.place);
  return (
    <div className="frame" data-screen={screen}>
      <Sidebar demo={shell.demo} />
      <div className="middle">
        <DamageBanner shell={shell} />
        {shell.engine === 'restarting' ? <RestartingBanner /> : null}
        {shell.engine === 'silent' ? <SilentBanner since={shell.silentSince} /> : null}
        <Suspense fallback={<main className="page" aria-busy="true" />}>
          {screen === 'inbox' ? <InboxScreen /> : null}
          {screen === 'accounts' ? <AccountsScreen shell={shell} /> : null}
          {screen === 'settings' ? <SettingsScreen shell={shell} /> : null}
        </Suspense>
        <ToastLine />
      </div>
      <StatusBar />
      {dialog === 'keys' ? <KeysDialog /> : null}
      <Announcement />
    </div>
  );
}

/** What a screen reader is told when it has nothing else to say. */
function Announcement(): ReactElement {
  const { announcement } = useServices();
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {useStore(announcement)}
    </div>
  );
}

function useWindowTitle(): void {
  const { listBy } = usePreferences();
  const status = useStatus().data;
  const waiting = status === undefined ? 0 : viewCount('needs-action', status, listBy);
  useEffect(() => {
    document.title = waiting === 0 ? 'Quayside' : `(${waiting}) Quayside`;
  }, [waiting]);
}
