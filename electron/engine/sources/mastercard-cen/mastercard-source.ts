import type { MastercardAccount, SignedInAccount } from '../../../../shared/accounts/account.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { mastercardDecoder } from '../../decode/mastercard/mastercard-decoder.ts';
import { openKeyMaterial } from '../../keys/open-key.ts';
import type { Clock } from '../../time/clock.ts';
import type { PollContext, PollOutcome, Session, Source, SourceContext } from '../source.ts';
import { MEGABYTE } from '../megabyte.ts';
import { fingerprint, mastercardLimits } from './limits.ts';
import { noticesOf } from './notices.ts';
import { createPollRound } from './poll-round.ts';
import { createServerClock } from './server-clock.ts';
import { createSignedCall, type SignedCall } from './signed-call.ts';
import { createSubscriptionCheck } from './subscriptions.ts';
import { testConnection } from './test-connection.ts';
import { mastercardBaseUrl } from './urls.ts';

/**
 * Mastercard's Commercial Event Notifications: what happens on virtual cards, read by list calls. Nothing can be
 * acknowledged there, and one notification cannot be asked for by itself.
 */
export const mastercardSource: Source<MastercardAccount> = {
  name: 'mastercard-cen',
  decoder: mastercardDecoder,
  cards: 'may-hold',
  // A page holds a hundred rows of a few kilobytes.
  longestAnswer: { token: MEGABYTE, list: 16 * MEGABYTE, message: 16 * MEGABYTE, acknowledge: MEGABYTE },
  acknowledgesUpstream: false,
  limits: mastercardLimits,
  open: (account) => {
    let opened: OpenSession | null = null;
    const session = ({ clock }: SourceContext): Result<OpenSession, Failure> => {
      const access = opened === null ? openSession(account, clock) : ok(opened);
      if (access.ok) opened = access.value;
      return access;
    };
    return {
      poll: async (context) => {
        const access = session(context);
        return access.ok ? access.value.poll(context) : access;
      },
      test: async (context) => {
        const access = session(context);
        return access.ok ? access.value.test(context) : access;
      },
    };
  },
};

interface OpenSession {
  readonly poll: (context: PollContext) => Promise<PollOutcome>;
  readonly test: Session['test'];
}

/** A session whose key is open. Whether a certificate that has run out still counts, Mastercard decides. */
function openSession(
  account: SignedInAccount<MastercardAccount>,
  clock: Clock,
): Result<OpenSession, Failure> {
  const opened = openKeyMaterial(account.secret, null);
  if (!opened.ok) return opened;
  const { key } = opened.value;
  const { consumerKey, environment } = account;
  const baseUrl = mastercardBaseUrl(environment);
  const server = createServerClock(clock);
  const subscriptions = createSubscriptionCheck();
  const call: SignedCall = createSignedCall({ baseUrl, consumerKey, key, server });
  const notices = (activeSubscriptions: number | null) =>
    noticesOf({ activeSubscriptions, aheadMs: server.aheadMs() });
  return ok({
    poll: createPollRound({
      who: `${baseUrl} ${fingerprint(consumerKey)}`,
      call,
      // It also tells the server's time: a window must neither end in the future nor begin before what is kept.
      before: (context) => subscriptions.look(context, call, !server.isSure()),
      serverNow: () => server.now(),
      notices: () => notices(subscriptions.active()),
    }),
    test: (context) => testConnection(context, call, notices),
  });
}
