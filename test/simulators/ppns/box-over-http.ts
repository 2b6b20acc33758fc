import type { PpnsAccount, SignedInAccount } from '../../../shared/accounts/account.ts';
import { ppnsSource } from '../../../electron/engine/sources/hmrc-ppns/ppns-source.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { createSourceHarness, type SourceHarness } from '../../support/source-harness.ts';
import { startHmrcGateway, type HmrcGateway } from '../hmrc-gateway/gateway.ts';
import { mountPpns, type PpnsSimulator } from './ppns.ts';

type BoxAccount = SignedInAccount<PpnsAccount>;

/** A gateway with one box of the client `quay`, and accounts that reach it over HTTP. */
export interface BoxOverHttp {
  readonly clock: FakeClock;
  readonly gateway: HmrcGateway;
  readonly ppns: PpnsSimulator;
  readonly box: string;
  account(changes?: Partial<BoxAccount>): BoxAccount;
  /** A source harness for the account, with changes. */
  open(changes?: Partial<BoxAccount>): SourceHarness;
  close(): Promise<void>;
}

export async function boxOverHttp(): Promise<BoxOverHttp> {
  const clock = createFakeClock();
  // The limits are those of HMRC: they are kept on the fake clock, by the source's own rules.
  const gateway = await startHmrcGateway({ now: () => clock.now(), uptime: () => clock.uptime() });
  gateway.addApplication({ clientId: 'quay', clientSecrets: ['secret'] });
  gateway.addApplication({ clientId: 'other', clientSecrets: ['secret'] });
  const ppns = mountPpns(gateway);
  const box = ppns.createBox('quay');
  const account = (changes: Partial<BoxAccount> = {}): BoxAccount => ({
    id: 'transit',
    name: 'Transit',
    source: 'hmrc-ppns',
    environment: { baseUrl: gateway.url },
    clientId: 'quay',
    clientSecret: { stored: true },
    secret: 'secret',
    boxId: box,
    ...changes,
  });
  return {
    clock,
    gateway,
    ppns,
    box,
    account,
    open: (changes) => createSourceHarness({ source: ppnsSource, account: account(changes), clock }),
    close: () => gateway.close(),
  };
}

/** `ok`, or the reason of a failure. */
export const reasonOf = (
  outcome: { readonly ok: true } | { readonly ok: false; readonly failure: { readonly reason: string } },
): string => (outcome.ok ? 'ok' : outcome.failure.reason);
