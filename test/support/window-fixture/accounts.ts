import type { AccountView } from '../../../shared/bridge.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { AccountStatus } from '../../../shared/status.ts';
import type { Scenario } from './scenario.ts';

const INTERVAL_MS = 10_000;

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
  switch (scenario.accounts) {
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
  return accountStatuses(scenario, now, now).map(({ id, name, source, state }, index) => {
    const common = {
      id,
      name,
      environment: index === 0 ? ('production' as const) : ('sandbox' as const),
      clientId: `client-${id}`,
      clientSecret: { stored: true as const },
      ...(state === 'paused' && { paused: true }),
    };
    return {
      account:
        source === 'hmrc-cds'
          ? { ...common, source }
          : { ...common, source, boxId: '1c5b9365-18a6-45a5-99c9-83a091ac7f26' },
      secret: state === 'signed-out' && scenario.accounts === 'all' ? 'unreadable' : 'held',
    };
  });
}
