import { useState, type ReactElement } from 'react';
import type { AccountView, ShellState } from '../../shared/bridge.ts';
import { failureOf } from '../app/bridge.ts';
import { useAccounts, useStatus } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { AccountCard } from './account-card.tsx';
import { AccountForm } from './account-form.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

type Open =
  | { readonly what: 'list' }
  | { readonly what: 'form'; readonly account: AccountView | null }
  | { readonly what: 'remove'; readonly account: AccountView };

const LIST: Open = { what: 'list' };

export function AccountsScreen({ shell }: { readonly shell: ShellState }): ReactElement {
  const { navigator } = useServices();
  const query = useAccounts();
  const accounts = query.data ?? [];
  const [open, setOpen] = useState<Open>(LIST);

  if (open.what === 'form') {
    const { account } = open;
    const title = account === null ? 'Add an account' : `Edit ${account.account.name}`;
    return (
      <Page key="form" title={title} onBack={() => setOpen(LIST)}>
        <AccountForm shell={shell} existing={account} accounts={accounts} onDone={() => setOpen(LIST)} />
      </Page>
    );
  }
  return (
    <Page key="list" title="Accounts" onBack={() => navigator.showScreen('inbox')}>
      {shell.accountsAreFixed ? (
        <p className="note">
          <Icon name="info" />
          <span>These accounts come from a file that was given at start. Change them there.</span>
        </p>
      ) : null}
      {query.isError ? <FailureNote failure={failureOf(query.error)} /> : null}
      <AccountList accounts={accounts} fixed={shell.accountsAreFixed} onOpen={setOpen} />
      {shell.accountsAreFixed ? null : (
        <button type="button" className="main" onClick={() => setOpen({ what: 'form', account: null })}>
          Add an account
        </button>
      )}
      {open.what === 'remove' ? (
        <RemoveDialog account={open.account.account} onClose={() => setOpen(LIST)} />
      ) : null}
    </Page>
  );
}

function AccountList(props: {
  readonly accounts: readonly AccountView[];
  readonly fixed: boolean;
  readonly onOpen: (open: Open) => void;
}): ReactElement {
  const { accounts, fixed, onOpen } = props;
  const status = useStatus().data;
  if (accounts.length === 0) {
    return (
      <p>
        No accounts yet. For HMRC you need the client id and client secret of an application in the HMRC
        Developer Hub, for Mastercard and J.P. Morgan the signing key file of your company.
      </p>
    );
  }
  return (
    <ul className="account-cards">
      {accounts.map((account) => (
        <AccountCard
          key={account.account.id}
          view={account}
          status={status?.accounts.find(({ id }) => id === account.account.id)}
          fixed={fixed}
          onEdit={() => onOpen({ what: 'form', account })}
          onRemove={() => onOpen({ what: 'remove', account })}
        />
      ))}
    </ul>
  );
}
