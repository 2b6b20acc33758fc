import type { CdsAccount, SignedInAccount } from '../../../../shared/accounts/account.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { cdsDecoder } from '../../decode/cds/cds-decoder.ts';
import { createAuthorisedCall, type AuthorisedCall } from '../hmrc/authorised-call.ts';
import { hmrcLimits } from '../hmrc/limits.ts';
import type { Session, Source, SourceContext } from '../source.ts';
import { MEGABYTE } from '../megabyte.ts';
import { createPollRound, listIds } from './poll-round.ts';

/**
 * HMRC's pull API for CDS notifications: one queue an application, where reading a message is what marks it
 * as read and there is nothing else to acknowledge.
 */
export const cdsSource: Source<CdsAccount> = {
  name: 'hmrc-cds',
  decoder: cdsDecoder,
  cards: 'none',
  // What is read of a list, and of a message, at most.
  longestAnswer: { token: MEGABYTE, list: 32 * MEGABYTE, message: 32 * MEGABYTE, acknowledge: MEGABYTE },
  acknowledgesUpstream: false,
  // Both lists share one slot: HMRC does not say whether they are one endpoint.
  limits: (account, kind) => hmrcLimits(account, kind, 'cds'),
  open: openQueue,
};

function openQueue(account: SignedInAccount<CdsAccount>): Session {
  const call = createAuthorisedCall({
    credentials: account,
    accept: 'application/vnd.hmrc.1.0+xml',
    scopes: [],
  });
  return { poll: createPollRound(call), test: (context) => testQueue(call, context) };
}

/** Lists and reads nothing: a list changes nothing upstream. */
async function testQueue(
  call: AuthorisedCall,
  context: SourceContext,
): Promise<Result<{ readonly sentence: string }, Failure>> {
  const listed = await listIds(context, call, 'unpulled');
  if (!listed.ok) return listed;
  const count = listed.value.ids.length;
  const waiting =
    count === 0 ? 'nothing waits in it' : `${count} ${count === 1 ? 'message waits' : 'messages wait'} in it`;
  return ok({ sentence: `Connected: the queue answers, and ${waiting}.` });
}
