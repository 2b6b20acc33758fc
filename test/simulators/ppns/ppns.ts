import { codedAnswer, gatewayError } from '../hmrc-gateway/answers.ts';
import type { GatewayAnswer, GatewayApi, GatewayRequest } from '../hmrc-gateway/contract.ts';
import type { HmrcGateway } from '../hmrc-gateway/gateway.ts';
import { readAcknowledgeRequest } from './acknowledge-request.ts';
import {
  boxStore,
  type NewPpnsNotification,
  type PpnsBox,
  type PpnsDateFormat,
  type PpnsItem,
  type PpnsStatus,
} from './box-store.ts';
import { fullUuid, isJavaUuid } from './java-uuid.ts';
import { readListQuery, renderItem, selectItems } from './list-notifications.ts';

export interface PpnsOptions {
  /** Uniform in [0, 1): orders what shares a millisecond. `Math.random` where absent. */
  readonly random?: () => number;
  /** Whether the 10 s of the list call are for the client id or for each box of it; `client` where absent. */
  readonly listLimitPer?: 'client' | 'box';
}

/** An acknowledgement that the API took, with the ids as they were sent. */
export interface TakenAcknowledgement {
  readonly boxId: string;
  readonly ids: readonly string[];
  /** Epoch milliseconds of the simulated world. */
  readonly at: number;
}

/** The world behind the API: what HMRC's own systems and other clients do. */
export interface PpnsSimulator {
  /** Returns the box id: a given one, else a random one, and the same for the same client and name. */
  createBox(clientId: string, name?: string, boxId?: string): string;
  /** A producer puts something in the box. Returns the notification id. */
  post(boxId: string, notification: NewPpnsNotification): string;
  /** Another client of the same application acknowledges. */
  acknowledgeElsewhere(boxId: string, ids: readonly string[]): void;
  setStatus(boxId: string, ids: readonly string[], status: PpnsStatus): void;
  /** What the box shows at this moment. */
  items(boxId: string): readonly PpnsItem[];
  readonly acknowledgements: readonly TakenAcknowledgement[];
  readonly settings: {
    retentionDays: number;
    /** Added to the dates that new notifications are stamped with. */
    createdSkewMs: number;
    dateFormat: PpnsDateFormat;
    /** A list longer than this is answered with 503, as a gateway with a cap does. */
    responseLimitBytes: number;
  };
}

/** Mounts HMRC's Push Pull Notifications Service: its two public operations, and the means to fill its boxes. */
export function mountPpns(
  gateway: Pick<HmrcGateway, 'now' | 'mount'>,
  options: PpnsOptions = {},
): PpnsSimulator {
  const random = options.random ?? Math.random;
  const settings: PpnsSimulator['settings'] = {
    retentionDays: 30,
    createdSkewMs: 0,
    dateFormat: 'offset',
    responseLimitBytes: 10_000_000,
  };
  const acknowledgements: TakenAcknowledgement[] = [];
  const store = boxStore(
    () => gateway.now(),
    () => settings.retentionDays * 86_400_000,
    () => settings.createdSkewMs,
  );

  const api: GatewayApi = {
    name: 'push-pull-notifications-api',
    version: '1.0',
    matches: (path) => path === CONTEXT || path.startsWith(`${CONTEXT}/`),
    listEndpoint: (request) => {
      if (request.method !== 'GET' || !LIST.test(request.path)) return null;
      return options.listLimitPer === 'box' ? request.path.toLowerCase() : LIST.source;
    },
    scope: (request) => (request.method === 'PUT' ? 'write:notifications' : 'read:pull-notifications'),
    handle: (request, application) => {
      const list = LIST.exec(request.path)?.[1];
      if (list !== undefined && request.method === 'GET') return listBox(request, list, application.clientId);
      const acknowledge = ACKNOWLEDGE.exec(request.path)?.[1];
      if (acknowledge !== undefined && request.method === 'PUT') {
        return acknowledgeIn(request, acknowledge, application.clientId);
      }
      return gatewayError((list ?? acknowledge) ? 'methodNotAllowed' : 'notMatched', 'json');
    },
  };
  gateway.mount(api);

  return {
    createBox: (clientId, name = DEFAULT_NAME, boxId) => store.createBox(clientId, name, boxId).boxId,
    post: (boxId, notification) => store.post(boxId, notification),
    acknowledgeElsewhere: (boxId, ids) => store.setStatus(boxId, ids, 'ACKNOWLEDGED'),
    setStatus: (boxId, ids, status) => store.setStatus(boxId, ids, status),
    items: (boxId) => store.visible(boxId),
    acknowledgements,
    settings,
  };

  function listBox(request: GatewayRequest, boxId: string, clientId: string): GatewayAnswer {
    const refusal = refuseEarly(request, boxId);
    if (refusal) return refusal;
    const query = readListQuery(request.query);
    if ('refusal' in query) return query.refusal;
    const box = boxFor(boxId, clientId);
    if ('refusal' in box) return box.refusal;
    const items = selectItems(store.visible(box.boxId), query, random);
    const body = JSON.stringify(items.map((item) => renderItem(box, item, settings.dateFormat)));
    if (Buffer.byteLength(body) > settings.responseLimitBytes) return gatewayError('serverError', 'json');
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }

  function acknowledgeIn(request: GatewayRequest, boxId: string, clientId: string): GatewayAnswer {
    const ids = readAcknowledgeRequest(request);
    if ('refusal' in ids) return ids.refusal;
    const refusal = refuseEarly(request, boxId);
    if (refusal) return refusal;
    const box = boxFor(boxId, clientId);
    if ('refusal' in box) return box.refusal;
    store.setStatus(box.boxId, ids, 'ACKNOWLEDGED');
    acknowledgements.push({ boxId: box.boxId, ids, at: request.now });
    return { status: 204 };
  }

  function boxFor(boxId: string, clientId: string): PpnsBox | { readonly refusal: GatewayAnswer } {
    const box = store.find(fullUuid(boxId));
    if (!box) return { refusal: codedAnswer(404, 'BOX_NOT_FOUND', 'Box not found', 'json') };
    if (box.clientId !== clientId) return { refusal: codedAnswer(403, 'FORBIDDEN', 'Access denied', 'json') };
    return box;
  }
}

const CONTEXT = '/misc/push-pull-notification';
const LIST = /^\/misc\/push-pull-notification\/box\/([^/]+)\/notifications$/;
const ACKNOWLEDGE = /^\/misc\/push-pull-notification\/box\/([^/]+)\/notifications\/acknowledge$/;
const DEFAULT_NAME = 'customs/transits##2.1##notificationUrl';

/** The service compares the Accept header as a whole string. */
function refuseEarly(request: GatewayRequest, boxId: string): GatewayAnswer | null {
  if (!isJavaUuid(decodeURIComponent(boxId))) {
    return codedAnswer(400, 'BAD_REQUEST', 'Box ID is not a UUID', 'json');
  }
  const isAccepted = request.headers['accept'] === 'application/vnd.hmrc.1.0+json';
  return isAccepted ? null : gatewayError('acceptHeaderInvalid', 'json');
}
