import { failure, type Failure } from '../../../../shared/failure.ts';
import { reasonTexts } from '../../../../shared/reasons.ts';
import type { HttpResponse } from '../../http/http.ts';
import type { AuthorisedCall } from '../hmrc/authorised-call.ts';
import { readErrorBody } from '../hmrc/error-body.ts';
import { hmrcFailure } from '../hmrc/errors.ts';
import type { Received, SourceContext } from '../source.ts';
import { judgeBody } from './message-body.ts';

export type QueueName = 'unpulled' | 'pulled';

/** What became of one message. */
export type ReadOutcome =
  | { readonly is: 'received'; readonly received: Received }
  /** Neither queue holds it. */
  | { readonly is: 'gone' }
  | Unread;

export interface Unread {
  readonly is: 'unread';
  readonly failure: Failure;
  /** Whether it may count as read at HMRC, so that no list of unread messages will name it again. */
  readonly mayCount: boolean;
  /** Whether no other message would fare better: credentials, limits, the network. */
  readonly stop: boolean;
  /** What came in its place, under a 200. */
  readonly instead: Received | null;
}

/**
 * Reads a message from the queue it is thought to be in, and from the other one where it has moved. Reading
 * it from `unpulled` is what marks it as read at HMRC; from `pulled` it can be had again for fourteen days.
 */
export async function readMessage(
  context: SourceContext,
  call: AuthorisedCall,
  id: string,
  from: QueueName,
): Promise<ReadOutcome> {
  let queue = from;
  const lackedBy = new Set<QueueName>();
  let doubtful: (Attempt & { readonly is: 'doubtful' }) | null = null;
  for (let attempts = 1; ; attempts += 1) {
    const attempted = await attempt(context, call, id, queue);
    switch (attempted.is) {
      case 'received':
        return attempted;
      case 'gone':
        if (doubtful?.isOfQueue === true) return { is: 'received', received: doubtful.received };
        lackedBy.add(queue);
        // One queue alone may lack what has just moved to the other.
        if (lackedBy.size === 2) return { is: 'gone' };
        queue = theOther(queue);
        break;
      case 'unread':
        return {
          ...attempted,
          mayCount: attempted.mayCount || attempts > 1,
          instead: doubtful?.received ?? null,
        };
      case 'elsewhere':
        // "Has been pulled": another computer was faster, or our own last read broke off after it counted.
        if (queue === 'unpulled') lackedBy.add(queue);
        queue = theOther(queue);
        break;
      case 'doubtful':
        if (attempted.isOfQueue && doubtful?.isOfQueue === true) {
          return { is: 'received', received: attempted.received };
        }
        doubtful = attempted;
        queue = 'pulled';
        break;
    }
    if (attempts === MOST_ATTEMPTS) {
      const instead = doubtful?.received ?? null;
      return { is: 'unread', failure: attempted.failure, mayCount: true, stop: false, instead };
    }
  }
}

/** Each queue once, and once more where what came was doubtful. */
const MOST_ATTEMPTS = 3;

const theOther = (queue: QueueName): QueueName => (queue === 'pulled' ? 'unpulled' : 'pulled');

type Attempt =
  | (ReadOutcome & { readonly is: 'received' })
  /** This queue does not know it. */
  | { readonly is: 'gone'; readonly failure: Failure }
  | Omit<Unread, 'instead'>
  /** It is in the other queue. */
  | { readonly is: 'elsewhere'; readonly failure: Failure }
  /** A success that brought something else: `isOfQueue` where it may be the message all the same. */
  | {
      readonly is: 'doubtful';
      readonly received: Received;
      readonly isOfQueue: boolean;
      readonly failure: Failure;
    };

async function attempt(
  context: SourceContext,
  call: AuthorisedCall,
  id: string,
  queue: QueueName,
): Promise<Attempt> {
  const path = `/notifications/${queue}/${encodeURIComponent(id)}`;
  const answer = await call(context, { kind: 'message', method: 'GET', path, alsoOk: [400, 404] });
  if (!answer.ok) {
    const ownFault = isOfThisMessage(answer.failure);
    return { is: 'unread', failure: answer.failure, mayCount: ownFault, stop: !ownFault };
  }
  const response = answer.value;
  // The list was answered, so that neither credentials nor address can be at fault: another try may do.
  const fault = { ...hmrcFailure(response, context.clock.now()), reason: 'unexpected-answer' } as const;
  if (response.status === 400) return { is: 'elsewhere', failure: fault };
  if (response.status === 404) {
    // Not to be confused with an address that the gateway does not know.
    if (readErrorBody(response.body).code === 'NOT_FOUND') return { is: 'gone', failure: fault };
    return { is: 'unread', failure: fault, mayCount: true, stop: false };
  }
  const received = receivedFrom(id, response);
  const body = judgeBody(response);
  if (body === 'notification') return { is: 'received', received };
  return { is: 'doubtful', received, isOfQueue: body === 'other', failure: ERROR_IN_PLACE };
}

const ERROR_IN_PLACE = failure('unexpected-answer', {
  status: 200,
  detail: 'something else came in place of a message',
});

/**
 * No answer, half of one, or a fault of the server: the message may count as read, and the next one may be
 * answered all the same.
 */
const isOfThisMessage = ({ reason }: Failure): boolean =>
  reason !== 'rate-limited' && reasonTexts[reason].recovery === 'retry';

function receivedFrom(id: string, { headers, body }: HttpResponse): Received {
  const envelope = ENVELOPE.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    remoteId: id,
    payload: body,
    contentType: headers['content-type'] ?? 'application/xml',
    envelope: Object.fromEntries(envelope),
    upstream: null,
    // Neither list nor headers carry a date; the message has its own.
    createdAt: null,
  };
}

/** What comes beside the message and cannot be had from it. */
const ENVELOPE = ['x-conversation-id', 'x-badge-identifier', 'x-correlation-id', 'content-type'] as const;
