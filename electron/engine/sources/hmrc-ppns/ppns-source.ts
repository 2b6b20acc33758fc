import type { PpnsAccount, SignedInAccount } from '../../../../shared/accounts/account.ts';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { ppnsDecoder } from '../../decode/ppns/ppns-decoder.ts';
import { createAuthorisedCall, type AuthorisedCall } from '../hmrc/authorised-call.ts';
import { hmrcLimits } from '../hmrc/limits.ts';
import type { Session, Source, SourceContext } from '../source.ts';
import { MEGABYTE } from '../megabyte.ts';
import { acknowledgeInBox, MOST_IDS } from './acknowledge-box.ts';
import { elementsOf, listPath } from './box-calls.ts';
import { createPollRound } from './poll-round.ts';

/** HMRC's Push Pull Notifications Service: one box of one application, read by list calls 10 s apart. */
export const ppnsSource: Source<PpnsAccount> = {
  name: 'hmrc-ppns',
  decoder: ppnsDecoder,
  cards: 'none',
  // HMRC's gateway lets 10 MB through. A list that is longer than any page is read part by part, and so may be long.
  longestAnswer: { token: MEGABYTE, list: 64 * MEGABYTE, message: 1 * MEGABYTE, acknowledge: MEGABYTE },
  acknowledgesUpstream: true,
  limits: (account, kind) =>
    hmrcLimits(account, kind, account.listLimitPer === 'box' ? `ppns-box:${account.boxId}` : 'ppns'),
  open: openBox,
};

function openBox(account: SignedInAccount<PpnsAccount>): Session {
  const { boxId } = account;
  const call = createAuthorisedCall({
    credentials: account,
    accept: 'application/vnd.hmrc.1.0+json',
    scopes: ['read:pull-notifications', 'write:notifications'],
    reasons: { FORBIDDEN: 'box-not-yours' },
  });
  return {
    poll: createPollRound(boxId, call),
    test: (context) => testBox(boxId, call, context),
    acknowledge: {
      batch: MOST_IDS,
      send: (context, remoteIds) => acknowledgeInBox(boxId, call, context, remoteIds),
    },
  };
}

async function testBox(
  boxId: string,
  call: AuthorisedCall,
  context: SourceContext,
): Promise<Result<{ readonly sentence: string }, Failure>> {
  const path = listPath(boxId, { from: null, to: null, status: 'pending', count: 1 });
  const answer = await call(context, { kind: 'list', method: 'GET', path });
  if (!answer.ok) return answer;
  const first = elementsOf(answer.value.body).next();
  if (first.done === true && !first.value) {
    return failed(
      failure('unexpected-answer', { status: answer.value.status, detail: 'not a list of messages' }),
    );
  }
  return ok({
    sentence:
      first.done !== true
        ? 'Connected: the box answers and holds messages waiting.'
        : 'Connected: the box answers, and nothing waits in it.',
  });
}
