import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Account } from '../../shared/accounts/account.ts';
import type { AccountView } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import { reasonTexts } from '../../shared/reasons.ts';
import type { Result } from '../../shared/result.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { HealthText } from '../app/account-line.tsx';
import { settle } from '../app/bridge.ts';
import { healthWords } from '../app/health-words.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { momentOf, plural } from '../ui/format.ts';
import { PlainText } from '../ui/plain-text.tsx';
import { sourceWords } from '../ui/words.ts';
import { heldKeyInfo } from './account-form-values.ts';
import { AccountGaps } from './account-gaps.tsx';
import { AccountNotices } from './account-notices.tsx';
import type { SecretForm } from './forms/source-form.ts';
import { sourceForms } from './forms/source-forms.ts';
import { keyWords } from './key-words.ts';
import { PollNow } from './poll-now.tsx';

interface AccountCardProps {
  readonly view: AccountView;
  readonly status: AccountStatus | undefined;
  readonly fixed: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const secretWords = {
  text: {
    held: null,
    'session-only': 'Its secret is kept until you quit.',
    missing: 'Its secret is missing: edit the account and enter it again.',
    unreadable: 'Its secret cannot be read on this machine: edit the account and enter it again.',
  },
  key: {
    held: null,
    'session-only': 'Its key is kept until you quit.',
    missing: 'Its key is missing: edit the account and choose the key file again.',
    unreadable: 'Its key cannot be read on this machine: edit the account and choose the key file again.',
  },
} as const satisfies Record<SecretForm['kind'], Record<AccountView['secret'], string | null>>;

export function AccountCard({ view, status, fixed, onEdit, onRemove }: AccountCardProps): ReactElement {
  const { bridge, queries, navigator } = useServices();
  const { account, secret } = view;
  const { account: wanted } = useStore(navigator.place);
  const isAskedFor = wanted === account.id;
  const [failure, setFailure] = useState<Failure | null>(null);
  const keyInfo = heldKeyInfo(account);
  const secretNote = secretWords[sourceForms[account.source].secret.kind][secret];
  const title = useRef<HTMLHeadingElement>(null);
  const heading = `account-${account.id}`;
  useEffect(() => {
    if (isAskedFor) title.current?.focus();
  }, [isAskedFor]);

  async function run(asked: Promise<Result<unknown, Failure>>) {
    const answer = await settle(asked);
    setFailure(answer.ok ? null : answer.failure);
    await Promise.all(
      [queryKeys.accounts, queryKeys.status].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  }
  const paused = account.paused === true;
  const { id } = account;
  return (
    <li className="account-card" aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1}>
        <PlainText limit={80}>{account.name}</PlainText>
      </h2>
      <p className="dim">
        {sourceWords[account.source]}, {environmentWords(account)}, <span className="mono">{id}</span>
      </p>
      {status === undefined ? null : (
        <>
          <Health status={status} />
          <AccountGaps status={status} heading={title} />
          <AccountNotices notices={status.notices} />
        </>
      )}
      {keyInfo === null ? null : (
        <p className="dim">
          Signing key: <PlainText limit={200}>{keyWords(keyInfo)}</PlainText>
        </p>
      )}
      {secretNote === null ? null : <p className="warn">{secretNote}</p>}
      {failure === null ? null : <FailureNote failure={failure} />}
      <div className="row-of-buttons">
        {paused ? null : (
          <PollNow
            status={status}
            onPoll={(despiteQuiet) => void run(bridge.pollNow({ account: id, despiteQuiet }))}
          />
        )}
        {status !== undefined && status.unsent > 0 ? (
          <button type="button" onClick={() => void run(bridge.retryAcknowledgements({ account: id }))}>
            Send {plural(status.unsent, 'acknowledgement')} now
          </button>
        ) : null}
        {fixed ? null : (
          <>
            <button type="button" onClick={() => void run(bridge.pauseAccount({ id, paused: !paused }))}>
              {paused ? 'Resume' : 'Pause'}
            </button>
            <button type="button" onClick={onEdit}>
              Edit
            </button>
            <button type="button" onClick={onRemove}>
              Remove…
            </button>
          </>
        )}
      </div>
    </li>
  );
}

function Health({ status }: { readonly status: AccountStatus }): ReactElement {
  const { seconds } = useServices();
  const now = useStore(seconds);
  const health = healthWords(status, now);
  const failure = health.tone === 'good' ? null : status.failure;
  return (
    <div className={`account ${health.tone}`}>
      <p className="health">
        <HealthText health={health} />
      </p>
      {failure === null ? null : <p>{reasonTexts[failure.reason].nextStep}</p>}
      {failure === null || failure.detail === null ? null : (
        <p className="technical">
          <PlainText limit={300}>{failure.detail}</PlainText>
        </p>
      )}
      <p className="dim">
        {status.checkedAt === null
          ? 'Not checked yet'
          : `Last checked ${momentOf(status.checkedAt, now)}${status.proxy ? ` through the proxy ${status.proxy}` : ''}`}
        {status.acknowledgesUpstream ? '' : '. Acknowledgements stay here: this source keeps no such mark'}
      </p>
    </div>
  );
}

function environmentWords({ source, environment }: Account): string {
  if (typeof environment === 'object') return environment.baseUrl;
  const words = sourceForms[source].environments[environment];
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
