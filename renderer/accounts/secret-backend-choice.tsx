import { useState, type ReactElement } from 'react';
import type { SecretBackend } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import { settle } from '../app/bridge.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icon.tsx';

/** Where secrets go on this machine; where nothing protects them, a person decides before one is taken. */
export function SecretBackendChoice({ secrets }: { readonly secrets: SecretBackend }): ReactElement | null {
  const { bridge, queries } = useServices();
  const [failure, setFailure] = useState<Failure | null>(null);
  if (secrets.protection === 'keychain') return null;
  if (secrets.protection === 'session') {
    return (
      <p className="note">
        <Icon name="info" />
        <span>
          Secrets are kept until you quit, because this computer has no keychain that Quayside can use.
        </span>
      </p>
    );
  }
  async function allow() {
    const answer = await settle(bridge.allowSessionSecrets(null));
    setFailure(answer.ok ? null : answer.failure);
    await queries.invalidateQueries({ queryKey: queryKeys.shell });
  }
  return (
    <div className="note bad">
      <Icon name="alert" />
      <div>
        <strong>No keychain on this computer</strong>
        <p>
          Quayside keeps client secrets only where the system protects them, and found no such place
          {secrets.backend === '' ? '' : ` (${secrets.backend})`}. Install or unlock a keyring and start
          Quayside again, or keep secrets in memory only: you enter them again after each start.
        </p>
        {failure === null ? null : <FailureNote failure={failure} />}
        <button type="button" onClick={() => void allow()}>
          Keep until I quit
        </button>
      </div>
    </div>
  );
}
