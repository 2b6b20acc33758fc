import type { Page } from '@playwright/test';
import type { AccountDraft, Bridge } from '../../../shared/bridge.ts';
import { CLIENTS, SECRETS, type World } from './world.ts';

/** The push-pull account of this world, as the form would hand it in. */
export const transitDraft = (world: World): AccountDraft => ({
  account: {
    source: 'hmrc-ppns',
    id: 'transit',
    name: 'Transit',
    environment: { baseUrl: world.gateway.url },
    clientId: CLIENTS.transit,
    clientSecret: { stored: true },
    boxId: world.boxId,
    listLimitPer: 'client',
  },
  secret: SECRETS.transit,
});

/** The CDS account of this world, as the form would hand it in. */
export const cdsDraft = (world: World): AccountDraft => ({
  account: {
    source: 'hmrc-cds',
    id: 'cds',
    name: 'CDS',
    environment: { baseUrl: world.gateway.url },
    clientId: CLIENTS.cds,
    clientSecret: { stored: true },
  },
  secret: SECRETS.cds,
});

/** Saves accounts through the window's own bridge, where the form is not what is looked at. */
export async function saveAccounts(window: Page, drafts: readonly AccountDraft[]): Promise<void> {
  const answers = await window.evaluate(async (all) => {
    const { quayside } = globalThis as unknown as { quayside: Bridge };
    return Promise.all(all.map((draft) => quayside.saveAccount(draft)));
  }, drafts);
  const refused = answers.find((answer) => !answer.ok);
  if (refused !== undefined) throw new Error(`an account was not saved: ${JSON.stringify(refused)}`);
}
