import { failure, type Failure } from '../../../../shared/failure.ts';
import type { UpstreamStatus } from '../../../../shared/notification.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { Received, SourceContext } from '../source.ts';
import { readErrorBody } from './error-body.ts';
import type { JpmApi } from './jpm-api.ts';
import { idAtSource, whyNotAskedFor } from './notification-row.ts';
import { readSingleAnswer } from './search-answer.ts';

/**
 * One notification as it is now; null where J.P. Morgan no longer holds it, or it belongs to another entity. The
 * answer does not tell the delivery status: `upstream` is what is known of it.
 */
export async function refreshOne(
  api: JpmApi,
  context: SourceContext,
  remoteId: string,
  upstream: UpstreamStatus | null,
): Promise<Result<Received | null, Failure>> {
  const detail = whyNotAskedFor(remoteId);
  if (detail !== null) return failed(failure('not-supported', { detail }));
  const answer = await api.get(context, {
    kind: 'message',
    path: `/notifications/${encodeURIComponent(idAtSource(remoteId))}`,
    accepts: (response) => response.status === 404 && readErrorBody(response.body).form === 'messages',
  });
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return ok(null);
  const row = readSingleAnswer(answer.value.body);
  if (row === null) {
    return failed(
      failure('unexpected-answer', { status: answer.value.status, detail: 'not a notification' }),
    );
  }
  return ok({ ...row, remoteId, upstream });
}
