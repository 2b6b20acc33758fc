import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mountCds, type CdsSimulator } from '../../simulators/cds/cds.ts';
import { seeded } from '../../simulators/cds/chance.ts';
import { madeUpMrn } from '../../simulators/cds/made-up.ts';
import { cdsMessage, type DmsMessage } from '../../simulators/cds/messages.ts';
import { startHmrcGateway, type HmrcGateway } from '../../simulators/hmrc-gateway/gateway.ts';
import { ctcMessageReceived } from '../../simulators/ppns/ctc-messages.ts';
import { mountPpns, type PpnsSimulator } from '../../simulators/ppns/ppns.ts';

/** HMRC as a test needs it: one application with a push-pull box, one with a CDS queue, and a folder for the app. */
export interface World {
  readonly gateway: HmrcGateway;
  readonly ppns: PpnsSimulator;
  readonly cds: CdsSimulator;
  readonly boxId: string;
  readonly folder: string;
  readonly dataDirectory: string;
  readonly accountsFile: string;
  /** CDS sends this now, issued this second. Where no MRN is given, each LRN has one of its own. */
  arrive(message: Partial<DmsMessage> & Pick<DmsMessage, 'functionCode'>): string;
  /** NCTS sends a release for transit now, each of a movement of its own. */
  arriveTransit(type?: string): string;
  /** Another producer puts this into the same box now. */
  arriveInBox(message: string): string;
  close(): Promise<void>;
}

export const CLIENTS = { transit: 'transit-client', cds: 'cds-client' } as const;
/** Looked for wherever a secret must not be. */
export const SECRETS = { transit: 'canary-secret-transit-5f1d', cds: 'canary-secret-cds-9c3e' } as const;

export async function startWorld(): Promise<World> {
  const gateway = await startHmrcGateway();
  const ppns = mountPpns(gateway);
  const cds = mountCds(gateway);
  gateway.addApplication({ clientId: CLIENTS.transit, clientSecrets: [SECRETS.transit] });
  gateway.addApplication({ clientId: CLIENTS.cds, clientSecrets: [SECRETS.cds] });
  const boxId = ppns.createBox(CLIENTS.transit);

  const mrnOf = mrnsByLrn();
  const folder = mkdtempSync(join(tmpdir(), 'quayside-e2e-'));
  const accountsFile = join(folder, 'accounts.json');
  writeFileSync(join(folder, 'transit.secret'), `${SECRETS.transit}\n`);
  writeFileSync(join(folder, 'cds.secret'), `${SECRETS.cds}\n`);
  writeFileSync(accountsFile, JSON.stringify(accountsAt(gateway.url, boxId)));

  return {
    gateway,
    ppns,
    cds,
    boxId,
    folder,
    dataDirectory: join(folder, 'data'),
    accountsFile,
    arrive: (message) =>
      cds.push(CLIENTS.cds, {
        body: cdsMessage({
          messageId: messageId(),
          issuedAt: Date.now(),
          ...(typeof message.lrn === 'string' ? { mrn: mrnOf(message.lrn) } : {}),
          ...message,
        }),
      }),
    arriveTransit: (type = 'IE029') => {
      const lrn = `TRANSIT-${(transits += 1)}`;
      const message = ctcMessageReceived({ type, lrn, mrn: mrnOf(lrn), movementId: `movement-${transits}` });
      return ppns.post(boxId, { message, contentType: 'application/json' });
    },
    arriveInBox: (message) => ppns.post(boxId, { message, contentType: 'application/json' }),
    close: async () => {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accountsAt(baseUrl: string, boxId: string) {
  const environment = { baseUrl };
  return {
    accounts: [
      {
        id: 'transit',
        name: 'Transit',
        source: 'hmrc-ppns',
        environment,
        boxId,
        clientId: CLIENTS.transit,
        clientSecret: { file: 'transit.secret' },
      },
      {
        id: 'cds',
        name: 'CDS',
        source: 'hmrc-cds',
        environment,
        clientId: CLIENTS.cds,
        clientSecret: { file: 'cds.secret' },
      },
    ],
  };
}

/** Declarations of their own: what shares an MRN is one declaration, whatever else it says. */
function mrnsByLrn(): (lrn: string) => string {
  const random = seeded(2611);
  const mrns = new Map<string, string>();
  return (lrn) => {
    const mrn = mrns.get(lrn) ?? madeUpMrn(random, 'import', Date.now());
    mrns.set(lrn, mrn);
    return mrn;
  };
}

let messages = 0;
let transits = 0;

const messageId = () => (messages += 1).toString(16).padStart(32, '0');
