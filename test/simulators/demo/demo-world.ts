import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../electron/engine/time/clock.ts';
import { mountCds, type CdsSimulator } from '../cds/cds.ts';
import { uuidFrom } from '../cds/chance.ts';
import { startHmrcGateway, type HmrcGateway } from '../hmrc-gateway/gateway.ts';
import { FAMILIES, subscriptionKey } from '../jpm/families.ts';
import { startJpmSimulator, type RunningJpm } from '../jpm/start-jpm.ts';
import { SUBJECTS } from '../mastercard/events/any-event.ts';
import { startMastercardSimulator, type RunningMastercard } from '../mastercard/start-mastercard.ts';
import { mountPpns, type PpnsSimulator } from '../ppns/ppns.ts';
import { CDS_CLIENT, PPNS_CLIENT, writeDemoAccounts } from './demo-accounts.ts';

/** Four simulated accounts of one broker, and the file that names them. */
export interface DemoWorld {
  readonly gateway: HmrcGateway;
  readonly cds: CdsSimulator;
  readonly ppns: PpnsSimulator;
  readonly boxId: string;
  readonly mastercard: RunningMastercard;
  readonly jpm: RunningJpm;
  /** When the accounts were added, epoch milliseconds: what was issued before is backfill. */
  readonly addedAt: number;
  /** As `--accounts` takes it; in a folder of its own with the secrets. */
  readonly accountsFile: string;
  close(): Promise<void>;
}

export async function startDemoWorld(random: () => number): Promise<DemoWorld> {
  const gateway = await startHmrcGateway();
  const cds = mountCds(gateway, { random });
  const ppns = mountPpns(gateway, { random });
  const secrets = { [CDS_CLIENT]: uuidFrom(random), [PPNS_CLIENT]: uuidFrom(random) };
  for (const [clientId, secret] of Object.entries(secrets)) {
    gateway.addApplication({ clientId, clientSecrets: [secret] });
  }
  const boxId = ppns.createBox(PPNS_CLIENT, 'customs/transits##2.1##notificationUrl', uuidFrom(random));
  const mastercard = await startMastercardSimulator({ random });
  for (const subjectType of SUBJECTS) mastercard.subscribe({ name: `ALL_${subjectType}`, subjectType });
  const jpm = await startJpmSimulator({ random });
  jpm.subscribe({ notifications: EVERYTHING });

  const folder = mkdtempSync(join(tmpdir(), 'quayside-simulators-'));
  const addedAt = systemClock.now();
  const sources = { hmrcUrl: gateway.url, boxId, secrets, mastercard, jpm };
  return {
    gateway,
    cds,
    ppns,
    boxId,
    mastercard,
    jpm,
    addedAt,
    accountsFile: writeDemoAccounts(folder, sources, addedAt),
    close: async () => {
      await Promise.all([gateway.close(), mastercard.close(), jpm.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One subscription to all that there is. */
const EVERYTHING = Object.fromEntries(
  Object.keys(FAMILIES).map((family) => [subscriptionKey(family), ['All']]),
);
