import { codedAnswer } from '../hmrc-gateway/answers.ts';
import type { GatewayAnswer, GatewayRequest } from '../hmrc-gateway/contract.ts';
import { fullUuid, isJavaUuid } from './java-uuid.ts';

/** The ids of an acknowledge call: 1 to 100, all distinct, all UUIDs. An answer is a refusal of the whole call. */
export function readAcknowledgeRequest(
  request: GatewayRequest,
): readonly string[] | { readonly refusal: GatewayAnswer } {
  const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json' && contentType !== 'text/json') {
    return refuse(415, 'BAD_REQUEST', 'Expecting text/json or application/json body');
  }
  const ids = idsOf(request.body.toString('utf8'));
  return ids ?? refuse(400, 'INVALID_REQUEST_PAYLOAD', 'JSON body is invalid against expected format');
}

const MOST_IDS = 100;

function idsOf(text: string): readonly string[] | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  const ids =
    typeof body === 'object' && body !== null && 'notificationIds' in body ? body.notificationIds : null;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string' && isJavaUuid(id))) return null;
  const strings = ids as string[];
  if (strings.length === 0 || strings.length > MOST_IDS || new Set(strings).size < strings.length)
    return null;
  return strings.map(fullUuid);
}

const refuse = (status: number, code: string, message: string) => ({
  refusal: codedAnswer(status, code, message, 'json'),
});
