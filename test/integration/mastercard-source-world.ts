import type { MastercardAccount, SignedInAccount } from '../../shared/accounts/account.ts';
import type { KeyMaterial } from '../../shared/accounts/key-material.ts';
import { mastercardSource } from '../../electron/engine/sources/mastercard-cen/mastercard-source.ts';
import { notificationIdentity } from '../../electron/engine/decode/mastercard/identity.ts';
import { inProcessMastercard, type InProcessMastercard } from '../simulators/mastercard/in-process.ts';
import type { MastercardOptions } from '../simulators/mastercard/mastercard.ts';
import type { MastercardEvent, MastercardRow } from '../simulators/mastercard/notification-shelf.ts';
import { renderRow } from '../simulators/mastercard/notification-shelf.ts';
import type { SigningKeys } from '../simulators/mastercard/projects.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { createSourceHarness, type SourceHarness } from '../support/source-harness.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The secret of an account: a bare key, and its certificate where there is one. */
export function secretOf({ privateKeyPem }: SigningKeys, certificate: string | null = null): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const material: KeyMaterial = {
    key: base64(privateKeyPem),
    password: null,
    certificate: certificate === null ? null : base64(certificate),
  };
  return JSON.stringify(material);
}

export const accountOf = (
  baseUrl: string,
  consumerKey: string,
  secret: string,
): SignedInAccount<MastercardAccount> => ({
  id: 'cards',
  name: 'Alder cards',
  source: 'mastercard-cen',
  environment: { baseUrl },
  consumerKey,
  signingKey: { stored: true },
  secret,
});

/** An account at Mastercard, and one reader of it. */
export interface MastercardWorld {
  readonly clock: FakeClock;
  readonly upstream: InProcessMastercard;
  readonly harness: SourceHarness;
  /** An event that no other is like: a payment whose content names it. */
  event(name?: string): MastercardEvent;
  /** One notification, `agoMs` old, shown `lateMs` after it was made. */
  notify(agoMs?: number, lateMs?: number): MastercardRow;
  /** What was shown some time and is not held. */
  missed(): readonly MastercardRow[];
}

export interface WorldOptions {
  readonly certificate?: string;
  readonly keys?: SigningKeys;
  readonly settings?: MastercardOptions['settings'];
}

export function mastercardWorld({ certificate, keys, settings }: WorldOptions = {}): MastercardWorld {
  const clock = createFakeClock();
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const upstream = inProcessMastercard(clock, { random, ...(settings === undefined ? {} : { settings }) });
  upstream.subscribe({ name: 'ALL', subjectType: 'PAYMENT_UPDATE' });
  const { project } = upstream;
  const harness = createSourceHarness({
    source: mastercardSource,
    account: accountOf(upstream.baseUrl, project.consumerKey, secretOf(keys ?? project, certificate ?? null)),
    clock,
    http: upstream.http,
  });
  let made = 0;
  const event = (name = `payment ${(made += 1)}`): MastercardEvent => ({
    subject: 'PAYMENT_UPDATE',
    content: { bpsTransactionId: name, status: 'SUBMITTED', updatedDate: '2026-11-20' },
  });
  return {
    clock,
    upstream,
    harness,
    event,
    notify: (agoMs = 0, lateMs = 0) =>
      upstream.notify(event(), {
        createdAt: upstream.now() - agoMs,
        visibleAfterMs: agoMs + lateMs,
      }),
    missed: () => upstream.rows().filter((row) => !harness.keeper.messages.has(identityOf(row))),
  };
}

/** By what Quayside knows the notification. */
export function identityOf(row: MastercardRow): string {
  const known = identities.get(row) ?? notificationIdentity(renderRow(row));
  identities.set(row, known);
  return known;
}

const identities = new WeakMap<MastercardRow, string>();

/** The pages asked for so far. */
export const listCalls = ({ upstream }: MastercardWorld) =>
  upstream.calls.filter(({ endpoint }) => endpoint === 'notifications');
