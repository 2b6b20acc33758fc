import type { ReactElement, ReactNode } from 'react';
import { rowWord } from '../inbox/list-words.ts';
import { listedBy, VIEW_NAMES, viewCount, views, type ListBy, type ViewName } from '../inbox/views.ts';
import { count } from '../ui/format.ts';
import { threadNoun, type ThreadNoun } from '../ui/source-subject.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { AccountLine } from './account-line.tsx';
import { usePreferences, useStatus } from './queries.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

const viewIcons = {
  'needs-action': 'alert',
  new: 'inbox',
  quiet: 'clock',
  all: 'list',
  acknowledged: 'check',
} as const satisfies Record<ViewName, IconName>;

export function Sidebar({ demo }: { readonly demo: boolean }): ReactElement {
  const { navigator } = useServices();
  const { screen, view } = useStore(navigator.place);
  const status = useStatus().data;
  const { listBy } = usePreferences();
  return (
    <nav className="sidebar" aria-label="Views">
      <div className="brand">Quayside {demo ? <span className="badge info">Simulated</span> : null}</div>
      <ul className="views">
        {VIEW_NAMES.map((name) => (
          <li key={name}>
            <NavLink
              href={name}
              icon={viewIcons[name]}
              current={screen === 'inbox' && view === name}
              onGo={() => navigator.showView(name)}
            >
              {views[name].title}
              {status === undefined ? null : (
                <Figure
                  total={viewCount(name, status, listBy)}
                  by={listedBy(name, listBy)}
                  noun={threadNoun(status.accounts.map(({ source }) => source))}
                />
              )}
            </NavLink>
          </li>
        ))}
      </ul>
      {status === undefined || status.accounts.length === 0 ? null : (
        <section className="accounts-part" aria-labelledby="sidebar-accounts">
          <h2 id="sidebar-accounts">Filter by account</h2>
          <ul>
            {status.accounts.map((account) => (
              <AccountLine key={account.id} account={account} />
            ))}
          </ul>
        </section>
      )}
      <ul className="places">
        {(['accounts', 'settings'] as const).map((name) => (
          <li key={name}>
            <NavLink
              href={name}
              icon={name === 'accounts' ? 'account' : 'settings'}
              current={screen === name}
              onGo={() => navigator.showScreen(name)}
            >
              {name === 'accounts' ? 'Accounts' : 'Settings'}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Figure(props: {
  readonly total: number;
  readonly by: ListBy;
  readonly noun: ThreadNoun;
}): ReactElement {
  const { total, by, noun } = props;
  return <b title={`${count(total)} ${rowWord(by, total, noun)}`}>{count(total)}</b>;
}

interface NavLinkProps {
  readonly href: string;
  readonly icon: IconName;
  readonly current: boolean;
  readonly onGo: () => void;
  readonly children: ReactNode;
}

/** A link by role and look; the window itself never navigates. */
function NavLink({ href, icon, current, onGo, children }: NavLinkProps): ReactElement {
  return (
    <a
      href={`#${href}`}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        onGo();
      }}
    >
      <Icon name={icon} />
      {children}
    </a>
  );
}
