import { describe, expect, it } from 'vitest';
import { failure, type Reason } from '../../../shared/failure.ts';
import type { AccountStatus } from '../../../shared/status.ts';
import type { AccountTrouble, TroubleChange } from '../store/trouble-store.ts';
import { troubleChange } from './account-alerts.ts';

const MINUTE = 60_000;
const now = Date.parse('2026-11-22T09:00:00.000Z');
const scope = { now, coalesce: true, isHushed: false };

const status = (id: string, state: AccountStatus['state'], reason: Reason | null = null) => ({
  ...{ id, name: id.toUpperCase(), state },
  failure: reason === null ? null : failure(reason),
});
const trouble = (account: string, minutes: number, known: Partial<AccountTrouble> = {}): AccountTrouble => ({
  ...{ account, kind: 'unreached', reason: 'network-unreachable', alert: null },
  ...{ since: now - minutes * MINUTE, seenAt: now - 30_000 },
  ...known,
});
const offline = (id: string) => status(id, 'offline', 'network-unreachable');
const titles = ({ alerts }: TroubleChange) => alerts.map(({ title, accounts }) => [title, accounts]);

describe('what is told of accounts', () => {
  it('is a refusal at once, with what to do, and not again', () => {
    const refused = status('cds', 'signed-out', 'credentials-refused');
    const first = troubleChange([], [refused], scope);
    const [standing] = first.standing;
    const told = { ...standing!, alert: '7' };
    expect([first.alerts, troubleChange([told], [refused], { ...scope, now: now + 600_000 }).alerts]).toEqual(
      [
        [
          {
            ...{
              notifications: [],
              accounts: ['cds'],
              urgency: 'critical',
              title: expect.stringMatching(/^CDS: /),
            },
            body: expect.stringMatching(/^Nothing is read for this account until that is mended\.\n./),
          },
        ],
        [],
      ],
    );
  });

  it('is an outage after five minutes, once, of all accounts that fail together', () => {
    const both = [offline('cds'), offline('transit'), status('cards', 'polling')];
    const at = (minutes: number, other: number, known = {}) =>
      titles(troubleChange([trouble('cds', minutes), trouble('transit', other, known)], both, scope));
    expect([at(4.9, 4.8), at(5, 4.2), at(5, 1), at(9, 9, { alert: '7' })]).toEqual([
      [],
      [['Nothing reached for 5 min', ['cds', 'transit']]],
      [['Nothing reached for 5 min', ['cds']]],
      [['Nothing reached for 9 min', ['cds']]],
    ]);
  });

  it('is an outage by itself for each account where a program listens', () => {
    const known = [trouble('cds', 5), trouble('transit', 4.5)];
    const alone = { ...scope, coalesce: false };
    expect(titles(troubleChange(known, [offline('cds'), offline('transit')], alone))).toEqual([
      ['Nothing reached for 5 min', ['cds']],
    ]);
  });

  it('is nothing in the minute after waking, nor before an account that nobody watched has failed anew', () => {
    const long = [trouble('cds', 600, { seenAt: now - 16 * MINUTE })];
    const slept = troubleChange(long, [offline('cds')], scope);
    const hushed = troubleChange([trouble('cds', 6)], [offline('cds')], { ...scope, isHushed: true });
    expect([slept.alerts, slept.standing.map(({ since }) => since), hushed.alerts]).toEqual([[], [now], []]);
  });

  it('is the recovery of an outage that was told, and the end of all else without a word', () => {
    const known = [
      trouble('cds', 12, { alert: '7' }),
      trouble('transit', 3),
      trouble('cards', 60, { kind: 'refused', reason: 'token-refused', alert: '8' }),
      trouble('paused', 60, { alert: '9' }),
      trouble('new', 60, { alert: '9' }),
    ];
    const well = ['cds', 'transit', 'cards'].map((id) => status(id, 'polling'));
    const change = troubleChange(
      known,
      [...well, status('paused', 'paused'), status('new', 'starting')],
      scope,
    );
    expect(change).toEqual({
      standing: [],
      over: ['cds', 'transit', 'cards', 'paused'],
      alerts: [
        {
          ...{ notifications: [], accounts: ['cds'], urgency: 'normal', title: 'Reached again' },
          body: 'CDS: read again after 12 min. What waited is being read now.',
        },
      ],
    });
  });

  it('is a refusal that follows on an outage', () => {
    const refused = status('cds', 'misconfigured', 'not-subscribed');
    const change = troubleChange([trouble('cds', 12, { alert: '7' })], [refused], scope);
    expect([change.standing, change.alerts.length]).toEqual([
      [{ account: 'cds', kind: 'refused', reason: 'not-subscribed', since: now, seenAt: now, alert: null }],
      1,
    ]);
  });
});
