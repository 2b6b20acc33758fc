import { failure, type Failure } from '../../../../shared/failure.ts';
import type { HttpResponse } from '../../http/http.ts';
import type { AuthorisedCall } from '../hmrc/authorised-call.ts';
import { readErrorBody } from '../hmrc/error-body.ts';
import type { AcknowledgeOutcome, SourceContext } from '../source.ts';
import { acknowledgePath } from './box-calls.ts';
import { isHmrcId } from './list-element.ts';

/** HMRC takes 1 to 100 ids a call, all distinct. */
export const MOST_IDS = 100;

/**
 * Acknowledges in HMRC's box. The call takes all ids or none, so a batch that is refused is halved until the
 * id at fault is alone; a failure that has nothing to do with the ids ends the attempt for all that are left.
 * HMRC passes over ids that it does not know in silence.
 */
export async function acknowledgeInBox(
  boxId: string,
  call: AuthorisedCall,
  context: SourceContext,
  remoteIds: readonly string[],
): Promise<AcknowledgeOutcome> {
  const acknowledged: string[] = [];
  const refused = new Map<string, Failure>();
  const ids = [...new Set(remoteIds)];
  for (const id of ids.filter((candidate) => !isHmrcId(candidate)))
    refused.set(id, failure('not-supported', NO_ID));

  let stopped: Failure | null = null;
  const waiting = batches(ids.filter(isHmrcId));
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const why: Failure | null = stopped ?? (await sendBatch(batch));
    if (why === null) acknowledged.push(...batch);
    else if (stopped === null && isAboutTheIds(why) && batch.length > 1) waiting.unshift(...halves(batch));
    else {
      if (!isAboutTheIds(why)) stopped = why;
      for (const id of batch) refused.set(id, why);
    }
  }
  return { acknowledged, failed: refused };

  async function sendBatch(batch: readonly string[]): Promise<Failure | null> {
    const answer = await call(context, {
      kind: 'acknowledge',
      method: 'PUT',
      path: acknowledgePath(boxId),
      body: JSON.stringify({ notificationIds: batch }),
    });
    if (!answer.ok) return answer.failure;
    return answer.value.status === DONE ? null : notDone(answer.value);
  }
}

/** HMRC's one word for "acknowledged". Any other success is somebody else's: a proxy's, a sign-in page. */
const DONE = 204;

function notDone({ status, body }: HttpResponse): Failure {
  const { form, code } = readErrorBody(body);
  const detail = `HTTP ${status} ${form} in place of an acknowledgement's ${DONE}`;
  return failure('unexpected-answer', { status, code, detail });
}

const NO_ID = { detail: 'HMRC listed this message without an id, so that it cannot be named to HMRC.' };

const isAboutTheIds = ({ status }: Failure): boolean => status === 400 || status === 413;

function batches(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, index) =>
    ids.slice(index * MOST_IDS, (index + 1) * MOST_IDS),
  );
}

function halves(batch: readonly string[]): (readonly string[])[] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}
