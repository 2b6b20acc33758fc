import { cdsKind } from '../../decode/cds/cds-roots.ts';
import { scanXml } from '../../decode/xml/scan-xml.ts';
import type { HttpResponse } from '../../http/http.ts';

/** `other`: the queue's own, of a kind that is not known or damaged. `error`: not the message at all. */
export type BodyKind = 'notification' | 'error' | 'other';

/**
 * What the body of a 200 is. HMRC's service passes the errors of its own store on under a 200, and a proxy
 * may answer with a page of its own; messages of the queue come with the conversation they belong to.
 */
export function judgeBody({ status, headers, body }: HttpResponse): BodyKind {
  let root = null as string | null;
  const scan = scanXml(body, MESSAGE_LIMITS, (name) => {
    root ??= name;
  });
  if (root !== null && NO_MESSAGE.test(root)) return 'error';
  if (!scan.ok || root === null || status !== 200) {
    return headers['x-conversation-id'] === undefined ? 'error' : 'other';
  }
  return cdsKind(root) === null ? 'other' : 'notification';
}

/** `errorResponse` of the service, `error_response` of its deprecated part, a web page. */
const NO_MESSAGE = /^(error_?response|error|html)$/i;

/** Wider than what is decoded: size alone does not make a message doubtful. */
const MESSAGE_LIMITS = { bytes: 33_554_432, depth: 1000, attributes: 1000, elements: 1_000_000 };
