import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { systemClock } from './app/clock.ts';
import { followEvents } from './app/events.ts';
import { createExportDesk } from './app/exports.ts';
import { createNavigator } from './app/navigator.ts';
import { createQueryClient, queryKeys } from './app/queries.ts';
import { ServicesContext, type Services } from './app/services.ts';
import { createStore } from './app/store.ts';
import { followSystemTheme } from './app/theme.ts';
import { WindowFault } from './app/window-fault.tsx';
import { createTriageDesk } from './inbox/triage.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './app/frame.css';
import './inbox/list.css';
import './inbox/thread-row.css';
import './inbox/detail.css';
import './thread/thread.css';
import './thread/declaration.css';
import './thread/timeline.css';
import './thread/print.css';
import './accounts/accounts.css';
import './settings/settings.css';

const bridge = window.quayside;
const clock = systemClock;
const queries = createQueryClient();
const navigator = createNavigator();
const exports = createExportDesk(bridge);
const seconds = createStore(clock.now());
const announcement = createStore('');
// The same sentence twice is news twice: a changed ending makes a screen reader say it again.
const announce = (sentence: string) =>
  announcement.set((last) => (last === sentence ? `${sentence}\u00A0` : sentence));
const triage = createTriageDesk({
  bridge,
  clock,
  announce,
  refresh: async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.stored }),
      queries.invalidateQueries({ queryKey: queryKeys.status }),
    ]);
  },
});

const services: Services = {
  bridge,
  clock,
  queries,
  navigator,
  triage,
  exports,
  seconds,
  announcement,
  announce,
};

followSystemTheme();
clock.everySecond(() => seconds.set(() => clock.now()));
followEvents(services);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ServicesContext value={services}>
        <WindowFault>
          <App />
        </WindowFault>
      </ServicesContext>
    </QueryClientProvider>
  </StrictMode>,
);
