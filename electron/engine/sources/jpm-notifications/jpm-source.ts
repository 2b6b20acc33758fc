import type { JpmAccount, SignedInAccount } from '../../../../shared/accounts/account.ts';
import { jpmDecoder } from '../../decode/jpm/jpm-decoder.ts';
import type { Session, Source } from '../source.ts';
import { MEGABYTE } from '../megabyte.ts';
import { createJpmApi } from './jpm-api.ts';
import { jpmLimits } from './jpm-limits.ts';
import { createJpmRounds } from './poll-round.ts';
import { refreshOne } from './refresh-one.ts';
import { testAccount } from './test-account.ts';

/**
 * J.P. Morgan Payments' Notifications API: what was, or could not be, delivered to the channels that a company has
 * subscribed, read back day by day. It has no call by which anything could be acknowledged.
 */
export const jpmSource: Source<JpmAccount> = {
  name: 'jpm-notifications',
  decoder: jpmDecoder,
  cards: 'may-hold',
  // A search gives what one type and day have, a few kilobytes each.
  longestAnswer: { token: MEGABYTE, list: 16 * MEGABYTE, message: 16 * MEGABYTE, acknowledge: MEGABYTE },
  acknowledgesUpstream: false,
  limits: jpmLimits,
  open: openEntity,
};

function openEntity(account: SignedInAccount<JpmAccount>): Session {
  const api = createJpmApi(account);
  const rounds = createJpmRounds(account, api);
  return {
    poll: (context) => rounds.poll(context),
    test: (context) => testAccount(account, api, context),
    refresh: (context, remoteId) => refreshOne(api, context, remoteId, rounds.statusOf(remoteId)),
  };
}
