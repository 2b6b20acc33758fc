import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, toInstant } from '../../../electron/engine/time/clock.ts';
import type { AccountsFile } from '../../../shared/accounts/accounts-file.ts';
import { mountCds, type CdsSimulator } from '../cds/cds.ts';
import { uuidFrom } from '../cds/chance.ts';
import { startHmrcGateway, type HmrcGateway } from '../hmrc-gateway/gateway.ts';
import { mountPpns, type PpnsSimulator } from '../ppns/ppns.ts';

/** Two simulated accounts of one broker, and the file that names them. */
export interface DemoWorld {
  readonly gateway: HmrcGateway;
  readonly cds: CdsSimulator;
  readonly ppns: PpnsSimulator;
  readonly boxId: string;
  /** When the accounts were added, epoch milliseconds: what was issued before is backfill. */
  readonly addedAt: number;
  /** As `--accounts` takes it; in a folder of its own with the secrets. */
  readonly accountsFile: string;
  close(): Promise<void>;
}

/** The client ids of the two applications. */
export const CDS_CLIENT = 'quayside-demo-cds';
const PPNS_CLIENT = 'quayside-demo-transit';

export async function startDemoWorld(random: () => number): Promise<DemoWorld> {
  const gateway = await startHmrcGateway();
  const cds = mountCds(gateway, { random });
  const ppns = mountPpns(gateway, { random });
  const folder = mkdtempSync(join(tmpdir(), 'quayside-simulators-'));
  const secrets = { [CDS_CLIENT]: uuidFrom(random), [PPNS_CLIENT]: uuidFrom(random) };
  for (const [clientId, secret] of Object.entries(secrets)) {
    gateway.addApplication({ clientId, clientSecrets: [secret] });
    writeFileSync(join(folder, `${clientId}.secret`), secret, { mode: 0o600 });
  }
  const boxId = ppns.createBox(PPNS_CLIENT, 'customs/transits##2.1##notificationUrl', uuidFrom(random));
  const addedAt = systemClock.now();
  const accountsFile = join(folder, 'accounts.json');
  writeFileSync(accountsFile, JSON.stringify(accountsAt(gateway.url, boxId, addedAt), null, 2), {
    mode: 0o600,
  });

  return {
    gateway,
    cds,
    ppns,
    boxId,
    addedAt,
    accountsFile,
    close: async () => {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accountsAt(baseUrl: string, boxId: string, addedAt: number): AccountsFile {
  const common = { environment: { baseUrl }, addedAt: toInstant(addedAt) };
  return {
    accounts: [
      {
        ...common,
        id: 'cds',
        name: 'Customs declarations',
        source: 'hmrc-cds',
        clientId: CDS_CLIENT,
        clientSecret: { file: `${CDS_CLIENT}.secret` },
      },
      {
        ...common,
        id: 'transit',
        name: 'Transit and goods movements',
        source: 'hmrc-ppns',
        boxId,
        clientId: PPNS_CLIENT,
        clientSecret: { file: `${PPNS_CLIENT}.secret` },
      },
    ],
  };
}
