import { codedAnswer, gatewayError } from '../hmrc-gateway/answers.ts';
import type { GatewayAnswer, GatewayApi, GatewayRequest } from '../hmrc-gateway/contract.ts';
import type { HmrcGateway } from '../hmrc-gateway/gateway.ts';
import { readCdsPath, type CdsPath } from './cds-paths.ts';
import { cdsQueue, type CdsEntry, type CdsQueue, type NewCdsMessage } from './cds-queue.ts';
import { isUuid, shuffled, uuidFrom } from './chance.ts';

export interface CdsOptions {
  /** Uniform in [0, 1): ids and the order of lists. `Math.random` where absent. */
  readonly random?: () => number;
}

/** A fault of the store behind the API, which the API passes on as a success. */
export interface StoreFault {
  /** Which message; any where absent. */
  readonly id?: string;
  /** How many reads it is played on; 1 where absent. */
  readonly times?: number;
  /** Whether the message counts as pulled all the same; false where absent. */
  readonly stamps?: boolean;
  /** What comes in place of the message; the platform's error body where absent. */
  readonly body?: string;
}

/** The world behind the API: what CDS and other clients of the application do. */
export interface CdsSimulator {
  /** CDS puts a message in the queue of an application. Returns its id there. */
  push(clientId: string, message: NewCdsMessage): string;
  /** Another computer with the same credentials reads these; all that are unpulled where none are named. */
  pullElsewhere(clientId: string, ids?: readonly string[]): void;
  /** Another program with the same credentials takes these away for good. */
  takeElsewhere(clientId: string, ids: readonly string[]): void;
  /** What the queue holds at this moment, in the order of arrival. */
  entries(clientId: string): readonly CdsEntry[];
  /** Ids in the queue that nobody has read. */
  unpulled(clientId: string): readonly string[];
  /** Answers the next reads of a message with 200 and something that is not the message. */
  breakStore(fault?: StoreFault): void;
  readonly settings: {
    retentionDays: number;
    /** Lists of the whole application are cut here, without a word. HMRC documents 60,000. */
    listLimit: number;
    /** How long after a read the message counts as pulled. */
    stampDelayMs: number;
  };
}

/** Mounts HMRC's CDS pull notifications API: lists, the read that consumes, and the faults that are known of it. */
export function mountCds(gateway: HmrcGateway, options: CdsOptions = {}): CdsSimulator {
  const random = options.random ?? Math.random;
  const settings: CdsSimulator['settings'] = { retentionDays: 14, listLimit: 60_000, stampDelayMs: 0 };
  const queues = new Map<string, CdsQueue>();
  let storeFaults: { fault: StoreFault; left: number }[] = [];

  gateway.mount({
    name: 'notifications-pull-api',
    version: '1.0',
    matches: (path) => path === '/notifications' || path.startsWith('/notifications/'),
    listEndpoint: ({ path }) => (LISTS.has(readCdsPath(path)?.what) ? 'notifications' : null),
    scope: () => null,
    handle: (request, { clientId }) => {
      const path = readCdsPath(request.path);
      if (path === null) return gatewayError('notMatched', 'xml');
      // The service compares the whole header and says nothing.
      if (request.headers['accept'] !== 'application/vnd.hmrc.1.0+xml') return { status: 406 };
      if (request.method === 'DELETE' && path.what === 'any-message') return takeAway(path.id, clientId);
      return request.method === 'GET'
        ? read(request, path, clientId)
        : gatewayError('methodNotAllowed', 'xml');
    },
  } satisfies GatewayApi);

  return {
    push: (clientId, message) => queueOf(clientId).add(message),
    pullElsewhere: (clientId, ids = unpulled(clientId)) => {
      const queue = queueOf(clientId);
      for (const id of ids) {
        const entry = queue.find(id);
        if (entry) queue.stamp(entry, 0);
      }
    },
    takeElsewhere: (clientId, ids) => {
      for (const id of ids) queueOf(clientId).remove(id);
    },
    entries: (clientId) => queueOf(clientId).entries(),
    unpulled,
    breakStore: (fault = {}) => void storeFaults.push({ fault, left: fault.times ?? 1 }),
    settings,
  };

  function queueOf(clientId: string): CdsQueue {
    const found = queues.get(clientId);
    if (found) return found;
    const queue = cdsQueue(
      () => gateway.now(),
      () => settings.retentionDays * 86_400_000,
      () => uuidFrom(random),
    );
    queues.set(clientId, queue);
    return queue;
  }

  function unpulled(clientId: string): readonly string[] {
    const queue = queueOf(clientId);
    return queue.entries().flatMap((entry) => (queue.isPulled(entry) ? [] : [entry.id]));
  }

  function read(request: GatewayRequest, path: CdsPath, clientId: string): GatewayAnswer {
    const queue = queueOf(clientId);
    const stateOf = (entry: CdsEntry) => (queue.isPulled(entry) ? 'pulled' : 'unpulled');
    switch (path.what) {
      case 'list': {
        const found = queue.entries().filter((entry) => stateOf(entry) === path.queue);
        return listAnswer(request.path, shuffled(found, random).slice(0, settings.listLimit), stateOf);
      }
      case 'conversation': {
        if (!isUuid(path.conversationId)) return frameworkError(path.conversationId);
        const found = queue
          .entries()
          .filter((entry) => entry.conversationId === path.conversationId)
          .filter((entry) => path.queue === 'both' || stateOf(entry) === path.queue);
        return listAnswer(request.path, shuffled(found, random), stateOf);
      }
      case 'everything':
        return listAnswer('/notifications', shuffled(queue.entries(), random), () => null);
      case 'message':
        return message(queue, path.queue, path.id);
      case 'any-message':
        return gatewayError('methodNotAllowed', 'xml');
    }
  }

  function message(queue: CdsQueue, from: 'unpulled' | 'pulled', id: string): GatewayAnswer {
    const entry = queue.find(id);
    if (entry === null && isUuid(id)) return NOT_FOUND;
    // What is no UUID is answered like a message in the other state.
    if (entry === null || queue.isPulled(entry) !== (from === 'pulled')) {
      const state = from === 'pulled' ? 'unpulled' : 'been pulled';
      const text = `Notification ${from === 'pulled' ? 'is' : 'has'} ${state}`;
      return codedAnswer(400, 'BAD_REQUEST', text, 'xml');
    }
    const fault = takeStoreFault(id);
    if (fault === null || fault.stamps === true) queue.stamp(entry, settings.stampDelayMs);
    if (fault === null) return { status: 200, headers: entry.headers, body: entry.body };
    if (fault.body === undefined)
      return codedAnswer(200, 'INTERNAL_SERVER_ERROR', 'Internal server error', 'xml');
    return { status: 200, headers: entry.headers, body: fault.body };
  }

  function takeStoreFault(id: string): StoreFault | null {
    const found = storeFaults.find(({ fault }) => fault.id === undefined || fault.id === id);
    if (!found) return null;
    found.left -= 1;
    storeFaults = storeFaults.filter(({ left }) => left > 0);
    return found.fault;
  }

  function takeAway(id: string, clientId: string): GatewayAnswer {
    const queue = queueOf(clientId);
    const entry = queue.find(id);
    if (entry === null) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'NOT FOUND' };
    queue.remove(id);
    return { status: 200, headers: entry.headers, body: entry.body };
  }
}

const LISTS: ReadonlySet<string | undefined> = new Set(['list', 'conversation', 'everything']);

const NOT_FOUND = codedAnswer(404, 'NOT_FOUND', 'Resource was not found', 'xml');

/** What the web framework answers by itself, before the service sees the call. */
const frameworkError = (text: string): GatewayAnswer => ({
  status: 400,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    statusCode: 400,
    message: `bad request, cause: Cannot parse parameter as UUID: ${text}`,
  }),
});

/** Ids and nothing else; `stateOf` null leaves the state out of the address, as the deprecated list does. */
function listAnswer(
  path: string,
  entries: readonly CdsEntry[],
  stateOf: (entry: CdsEntry) => string | null,
): GatewayAnswer {
  const links = entries.map((entry) => {
    const state = stateOf(entry);
    return `\n  <link rel="notification" href="/notifications/${state === null ? '' : `${state}/`}${entry.id}"/>`;
  });
  const body = `<resource href="${path}/">\n  <link rel="self" href="${path}/"/>${links.join('')}\n</resource>`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}
