import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toInstant } from '../../../electron/engine/time/clock.ts';
import type { AccountsFile } from '../../../shared/accounts/accounts-file.ts';
import { pkcs12Of } from '../../support/pkcs12-of.ts';
import { selfSigned } from '../../support/self-signed.ts';
import type { RunningJpm } from '../jpm/start-jpm.ts';
import type { RunningMastercard } from '../mastercard/start-mastercard.ts';

/** The client ids of the two applications at HMRC. */
export const CDS_CLIENT = 'quayside-demo-cds';
export const PPNS_CLIENT = 'quayside-demo-transit';

export interface DemoSources {
  /** Of HMRC's gateway. */
  readonly hmrcUrl: string;
  readonly boxId: string;
  /** Client secrets by client id. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly mastercard: RunningMastercard;
  readonly jpm: RunningJpm;
}

/**
 * Writes an accounts file with all four accounts into a folder, beside it their secrets and keys as people hold them,
 * for this user alone. Returns its path. `addedAt` in epoch milliseconds.
 */
export function writeDemoAccounts(folder: string, sources: DemoSources, addedAt: number): string {
  const keep = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  for (const [clientId, secret] of Object.entries(sources.secrets)) keep(`${clientId}.secret`, secret);
  const { privateKeyPem } = sources.mastercard.project;
  const password = `${sources.boxId.slice(0, 8)} demo`;
  const certificate = selfSigned(
    createPrivateKey(privateKeyPem),
    'Quayside demo cards',
    addedAt - 300 * DAY_MS,
    addedAt + 20 * DAY_MS,
  );
  keep('cards.p12', pkcs12Of(privateKeyPem, certificate, password));
  keep('cards.password', password);
  keep('merchant-key.pem', sources.jpm.client.privateKeyPem);
  keep('merchant-certificate.pem', sources.jpm.client.certificatePem);
  keep(ACCOUNTS_FILE, JSON.stringify(accounts(sources, addedAt), null, 2));
  return join(folder, ACCOUNTS_FILE);
}

const ACCOUNTS_FILE = 'accounts.json';
const DAY_MS = 86_400_000;

function accounts({ hmrcUrl, boxId, mastercard, jpm }: DemoSources, addedAt: number): AccountsFile {
  const since = { addedAt: toInstant(addedAt) };
  const hmrc = { ...since, environment: { baseUrl: hmrcUrl } };
  const { client } = jpm;
  return {
    accounts: [
      {
        ...hmrc,
        id: 'cds',
        name: 'Customs declarations',
        source: 'hmrc-cds',
        clientId: CDS_CLIENT,
        clientSecret: { file: `${CDS_CLIENT}.secret` },
      },
      {
        ...hmrc,
        id: 'transit',
        name: 'Transit and goods movements',
        source: 'hmrc-ppns',
        boxId,
        clientId: PPNS_CLIENT,
        clientSecret: { file: `${PPNS_CLIENT}.secret` },
      },
      {
        ...since,
        id: 'cards',
        name: 'Company cards',
        source: 'mastercard-cen',
        environment: { baseUrl: mastercard.baseUrl },
        consumerKey: mastercard.project.consumerKey,
        signingKey: { file: 'cards.p12', password: { file: 'cards.password' } },
      },
      {
        ...since,
        id: 'merchant',
        name: 'Merchant payments',
        source: 'jpm-notifications',
        environment: { baseUrl: jpm.baseUrl, tokenUrl: jpm.tokenUrl },
        clientId: client.clientId,
        resource: client.resource,
        signingKey: { file: 'merchant-key.pem' },
        certificate: { file: 'merchant-certificate.pem' },
        entityId: client.entity.id,
        entityType: client.entity.type,
      },
    ],
  };
}
