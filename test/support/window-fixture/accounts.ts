import type { Account } from '../../../shared/accounts/account.ts';
import type { AccountView } from '../../../shared/bridge.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { AccountStatus } from '../../../shared/status.ts';
import type { Scenario } from './scenario.ts';

const INTERVAL_MS = 10_000;
const DAY_MS = 86_400_000;

const because = (reason: Failure['reason'], status: number | null = null): Failure => ({
  reason,
  detail: status === null ? null : `GET /box/1c5b9365/notifications answered ${status}`,
  status,
  code: null,
  retryAfterMs: null,
});

/** Accounts as the engine would report them at this moment. */
export function accountStatuses(scenario: Scenario, now: number, started: number): readonly AccountStatus[] {
  const at = (ms: number) => new Date(ms).toISOString();
  const slot = (offset: number) =>
    started + offset + Math.ceil((now - started - offset) / INTERVAL_MS) * INTERVAL_MS;
  const polling = (
    id: string,
    name: string,
    offset: number,
    given: Partial<AccountStatus>,
  ): AccountStatus => ({
    id,
    name,
    source: 'hmrc-cds',
    state: 'polling',
    since: at(started - 3_600_000),
    failure: null,
    until: null,
    nextSlotAt: at(slot(offset)),
    checkedAt: at(slot(offset) - INTERVAL_MS),
    waiting: 0,
    unsent: 0,
    acknowledgesUpstream: false,
    refreshes: false,
    notices: [],
    gaps: [],
    ...given,
  });
  const cds = polling('cds', 'CDS', 7000, {});
  const transit = polling('transit', 'Transit (push-pull)', 2000, {
    source: 'hmrc-ppns',
    acknowledgesUpstream: true,
  });
  const stopped = (state: AccountStatus['state'], failure: Failure | null): Partial<AccountStatus> => ({
    state,
    failure,
    nextSlotAt: null,
    checkedAt: at(started - 5_400_000),
  });
  const cards = polling('cards', 'Company cards', 4000, {
    source: 'mastercard-cen',
    notices: [
      {
        title: 'The certificate runs out in 12 days',
        nextStep: 'Make a new key in Mastercard Developers, then choose its file in the account.',
      },
    ],
    gaps: [
      {
        from: at(started - 9 * DAY_MS),
        to: at(started - 2 * DAY_MS),
        why: 'Quayside did not run for 9 days, and this source keeps messages for 7.',
      },
    ],
  });
  const payouts = polling('payouts', 'Payouts', 5000, {
    source: 'jpm-notifications',
    refreshes: true,
    notices: [
      {
        title: 'No subscription is active',
        nextStep: 'Nothing is notified until somebody subscribes: ask whoever looks after the integration.',
      },
    ],
  });
  switch (scenario.accounts) {
    case 'payments':
      return [cds, transit, cards, payouts];
    case 'payments-only':
      return [cards, payouts];
    case 'none':
      return [];
    case 'two':
      return [cds, transit];
    case 'signed-out':
      return [cds, { ...transit, ...stopped('signed-out', because('token-refused', 401)) }];
    case 'all':
      return [
        cds,
        { ...transit, waiting: 340 },
        polling('dover', 'Dover, backing off', 0, {
          ...stopped('backing-off', because('server-error', 503)),
          until: at(started + 180_000),
        }),
        polling('poole', 'Poole, asked to wait', 0, {
          ...stopped('backing-off', {
            ...because('asked-to-wait'),
            detail: 'asked of account Transit (push-pull)',
            retryAfterMs: 600_000,
          }),
          until: at(started + 540_000),
        }),
        polling('hull', 'Hull, offline', 0, {
          ...stopped('offline', because('network-unreachable')),
          unsent: 2,
        }),
        polling('leith', 'Leith, signed out', 0, stopped('signed-out', because('token-refused', 401))),
        polling('tilbury', 'Tilbury, wrong box', 0, stopped('misconfigured', because('box-not-found', 404))),
        polling('bristol', 'Bristol, paused', 0, stopped('paused', null)),
        polling('new', 'Just added', 0, {
          state: 'starting',
          nextSlotAt: null,
          checkedAt: null,
          since: at(started),
        }),
      ];
  }
}

export function accountViews(scenario: Scenario, now: number): AccountView[] {
  return accountStatuses(scenario, now, now).map((status, index) => ({
    account: accountOf(status, index, now),
    secret: status.state === 'signed-out' && scenario.accounts === 'all' ? 'unreadable' : 'held',
  }));
}

function accountOf({ id, name, source, state }: AccountStatus, index: number, now: number): Account {
  const stored = { stored: true as const };
  const common = {
    id,
    name,
    environment: index === 0 ? ('production' as const) : ('sandbox' as const),
    ...(state === 'paused' && { paused: true }),
  };
  const hmrc = { ...common, clientId: `client-${id}`, clientSecret: stored };
  const keyInfo = {
    kind: 'RSA, 2048 bits',
    subject: 'CN=Alder Freight, O=Alder Freight Ltd',
    expiresAt: new Date(now + 12 * DAY_MS).toISOString(),
    thumbprint: 'A1'.repeat(20),
  };
  switch (source) {
    case 'hmrc-cds':
      return { ...hmrc, source };
    case 'hmrc-ppns':
      return { ...hmrc, source, boxId: '1c5b9365-18a6-45a5-99c9-83a091ac7f26' };
    case 'mastercard-cen':
      return {
        ...common,
        source,
        consumerKey: `${'k'.repeat(48)}!${'0'.repeat(48)}`,
        signingKey: stored,
        keyInfo,
      };
    case 'jpm-notifications':
      return {
        ...{ ...common, source, clientId: 'CC-100-A100-1', resource: 'JPMC:URI:RS-100-1-Example-CAT' },
        ...{
          signingKey: stored,
          keyInfo,
          entityId: '0098765432',
          entityType: 'MERCHANT',
          filterStyle: 'both',
        },
      };
  }
}
