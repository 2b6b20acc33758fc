import { useState, type ReactElement } from 'react';
import type { NetworkView, ShellState } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NetworkState } from '../../shared/network/network-state.ts';
import { SecretBackendChoice } from '../accounts/secret-backend-choice.tsx';
import { settle } from '../app/bridge.ts';
import { queryKeys } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { CertificateField } from './certificate-field.tsx';
import { networkDraft, networkValues, type NetworkErrors, type NetworkValues } from './network-form.ts';
import { inForceWords } from './network-words.ts';
import { ProxyFields } from './proxy-fields.tsx';
import { useNetwork } from './use-network.ts';

/** How calls get out of the network, and whose certificates are known. What the office has set cannot be changed here. */
export function NetworkSection({ shell }: { readonly shell: ShellState }): ReactElement {
  const { view, state } = useNetwork();
  return (
    <fieldset className="network">
      <legend>Network</legend>
      {view === undefined ? (
        <p className="dim">Reading…</p>
      ) : (
        <NetworkForm key={JSON.stringify(view)} view={view} state={state ?? null} shell={shell} />
      )}
    </fieldset>
  );
}

interface NetworkFormProps {
  readonly view: NetworkView;
  /** Null while the engine does not say. */
  readonly state: NetworkState | null;
  readonly shell: ShellState;
}

const kinds = {
  system: 'As this computer is set',
  none: 'No proxy: straight',
  named: 'This proxy',
} as const;

function NetworkForm({ view, state, shell }: NetworkFormProps): ReactElement {
  const { bridge, queries, announce } = useServices();
  const [values, setValues] = useState(() => networkValues(view));
  const [errors, setErrors] = useState<NetworkErrors>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const isHeld = view.password === 'held' || view.password === 'session-only';
  const byOffice = { proxy: state?.office.proxy === true, caFile: state?.office.caFile === true };
  const change = (part: Partial<NetworkValues>) => setValues((now) => ({ ...now, ...part }));

  async function save() {
    const draft = networkDraft(values, isHeld);
    setErrors(draft.ok ? {} : draft.failure);
    if (!draft.ok) return;
    const answer = await settle(bridge.setNetwork(draft.value));
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) announce('Network saved');
    await Promise.all(
      [queryKeys.network, queryKeys.networkState].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  }

  return (
    <>
      {[state?.office.failure, state?.caFailure, failure].map((each, place) =>
        each ? <FailureNote key={place} failure={each} /> : null,
      )}
      {inForceWords(state, view.isFixed).map((sentence) => (
        <p key={sentence} className="hint">
          {sentence}
        </p>
      ))}
      {byOffice.proxy ? null : (
        <div role="radiogroup" aria-label="Proxy" className="choices">
          <span className="label" aria-hidden="true">
            Proxy
          </span>
          {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => (
            <label key={kind} className="choice">
              <input
                type="radio"
                name="proxy"
                checked={kind === values.kind}
                disabled={view.isFixed}
                onChange={() => change({ kind })}
              />
              {kinds[kind]}
            </label>
          ))}
        </div>
      )}
      {byOffice.proxy || values.kind !== 'named' ? null : (
        <ProxyFields
          values={values}
          errors={errors}
          isHeld={isHeld}
          disabled={view.isFixed}
          onChange={change}
        />
      )}
      {values.kind === 'named' && values.password !== '' ? (
        <SecretBackendChoice secrets={shell.secrets} />
      ) : null}
      {byOffice.caFile ? null : (
        <CertificateField
          value={values.caFile}
          disabled={view.isFixed}
          onChange={(caFile) => change({ caFile })}
        />
      )}
      {view.isFixed || (byOffice.proxy && byOffice.caFile) ? null : (
        <div className="row-of-buttons">
          <button type="button" onClick={() => void save()}>
            Save network
          </button>
        </div>
      )}
    </>
  );
}
