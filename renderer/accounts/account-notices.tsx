import type { ReactElement } from 'react';
import type { AccountStatus } from '../../shared/status.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';

/** What a person should know of an account although it polls. */
export function AccountNotices({ notices }: Pick<AccountStatus, 'notices'>): ReactElement | null {
  if (notices.length === 0) return null;
  return (
    <ul className="account-notices" aria-label="To know">
      {notices.map(({ title, nextStep }) => (
        <li key={title}>
          <Icon name="info" />
          <p>
            <strong>
              <PlainText limit={160}>{title}</PlainText>
            </strong>
            <br />
            <PlainText limit={300}>{nextStep}</PlainText>
          </p>
        </li>
      ))}
    </ul>
  );
}
