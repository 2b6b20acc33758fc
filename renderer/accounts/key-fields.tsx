import { useMemo, useState, type ReactElement } from 'react';
import type { KeyMaterial } from '../../shared/accounts/key-material.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import type { AccountFieldsProps } from './account-fields.tsx';
import { heldKeyInfo, holdsSecret, NO_KEY } from './account-form-values.ts';
import { FileField } from './file-field.tsx';
import type { SecretForm } from './forms/source-form.ts';
import type { ChosenFile } from './key-file.ts';
import { certificateState, keyFaultWords, keyWords } from './key-words.ts';
import { useKeyCheck, type KeyCheck } from './use-key-check.ts';

interface KeyFieldsProps extends AccountFieldsProps {
  readonly secret: Extract<SecretForm, { kind: 'key' }>;
}

const KEY_FILES = '.p12,.pfx,.pem,.key,.der';
const CERTIFICATE_FILES = '.pem,.crt,.cer,.der';

/** The key file, its password and, where it is a file of its own, the certificate: opened at once, never shown. */
export function KeyFields(props: KeyFieldsProps): ReactElement {
  const { secret, errors, existing, secretsAreHeld, onChange } = props;
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [certificate, setCertificate] = useState<ChosenFile | null>(null);
  const [password, setPassword] = useState('');
  const material = useMemo(
    (): KeyMaterial | null =>
      file === null
        ? null
        : {
            key: file.base64,
            password: password === '' ? null : password,
            certificate: certificate?.base64 ?? null,
          },
    [file, password, certificate],
  );
  const check = useKeyCheck(material, (opened, info) => {
    if (info !== null) onChange({ key: { kind: 'opened', material: opened, info } });
  });
  const isHeld = holdsSecret(existing);
  const waits = (chosen: boolean) => onChange({ key: chosen ? { kind: 'unchecked' } : NO_KEY });

  function choose(next: ChosenFile | null) {
    setFile(next);
    // The password was that of the other file.
    setPassword('');
    waits(next !== null);
  }
  return (
    <fieldset className="key-fields">
      <legend>Signing key</legend>
      {isHeld ? <HeldKey {...props} /> : null}
      <FileField
        label="Key file"
        name="key"
        hint={isHeld ? `Choose a file to put another key in its place. ${secret.hint}` : secret.hint}
        error={errors['key'] ?? null}
        accept={KEY_FILES}
        disabled={!secretsAreHeld}
        chosen={file}
        onChosen={choose}
      />
      <Field label="Password of the key file" hint="Leave it empty where the file has none.">
        {(described) => (
          <input
            {...described}
            type="password"
            autoComplete="off"
            maxLength={1000}
            disabled={!secretsAreHeld || file === null}
            value={password}
            onChange={(event) => {
              setPassword(event.target.value);
              waits(true);
            }}
          />
        )}
      </Field>
      {secret.certificate === null ? null : (
        <FileField
          label="Certificate file"
          name="certificate"
          hint="Only where the key file does not hold the certificate."
          error={errors['certificate'] ?? null}
          accept={CERTIFICATE_FILES}
          disabled={!secretsAreHeld || file === null}
          chosen={certificate}
          onChosen={(next) => {
            setCertificate(next);
            waits(true);
          }}
        />
      )}
      <div role="status">
        <CheckNote check={check} needs={secret.certificate} isTold={errors['certificate'] !== undefined} />
      </div>
    </fieldset>
  );
}

function HeldKey({ existing }: KeyFieldsProps): ReactElement {
  const info = heldKeyInfo(existing?.account ?? null);
  return (
    <p className="note">
      <Icon name="account" />
      <span>
        A key is held{info === null ? '.' : ': '}
        {info === null ? null : <PlainText limit={200}>{`${keyWords(info)}.`}</PlainText>} It is kept unless
        you choose another.
      </span>
    </p>
  );
}

interface CheckNoteProps {
  readonly check: KeyCheck;
  /** Why a certificate has to be known; null where none has. */
  readonly needs: string | null;
  /** Whether the field of the certificate says so already. */
  readonly isTold: boolean;
}

function CheckNote({ check, needs, isTold }: CheckNoteProps): ReactElement | null {
  const { seconds } = useServices();
  const today = useStore(seconds, (now) => new Date(now).setHours(0, 0, 0, 0));
  switch (check.kind) {
    case 'none':
      return null;
    case 'busy':
      return <p className="dim">Opening the key…</p>;
    case 'refused':
      return (
        <p className="note bad">
          <Icon name="alert" />
          <span>
            <strong>Not opened.</strong> <PlainText limit={300}>{keyFaultWords(check.failure)}</PlainText>
          </span>
        </p>
      );
    case 'opened': {
      const { info } = check;
      const isNeeded = needs !== null && info.thumbprint === null;
      const endsSoon = certificateState(info.expiresAt, today) === 'ends-soon';
      return (
        <p className={isNeeded || endsSoon ? 'note' : 'note good'}>
          <Icon name={isNeeded || endsSoon ? 'info' : 'check'} />
          <span>
            <strong>Key opened:</strong> <PlainText limit={200}>{keyWords(info)}</PlainText>.
            {isNeeded && !isTold ? ` ${needs}` : null}
            {endsSoon ? ' That is soon: get a new one in time.' : null}
          </span>
        </p>
      );
    }
  }
}
