import { isUuid } from '../cds/chance.ts';
import { answers, jsonAnswer } from './answers.ts';
import type { JpmClient } from './clients.ts';
import { CONTEXT, TOKEN_PATH, type Endpoint, type JpmAnswer, type JpmRequest } from './contract.ts';
import type { JpmWorld } from './jpm-world.ts';
import { readFilters } from './notification-filters.ts';
import type { NotificationShelf } from './notification-shelf.ts';
import { notificationTypes } from './notification-types.ts';
import { renderNotification, renderSingle } from './render-notification.ts';
import { headerErrors, namedEntity } from './request-headers.ts';
import type { JpmSettings } from './settings.ts';
import { subscriptionsAnswer } from './subscriptions.ts';

export interface ServiceParts {
  readonly world: JpmWorld;
  readonly shelf: NotificationShelf;
  readonly settings: JpmSettings;
  /** The simulator's own time, epoch milliseconds. */
  readonly now: () => number;
}

/** The service behind the gateway: what a client that signed in is answered. `rows` of a search only. */
export function answerCall(
  request: JpmRequest,
  endpoint: Exclude<Endpoint, 'token' | 'health'>,
  client: JpmClient,
  parts: ServiceParts,
): { readonly answer: JpmAnswer; readonly rows?: number } {
  const { settings, world } = parts;
  // Creating, changing and deleting subscriptions exist at J.P. Morgan and are not played: a reader must never do so.
  if (request.method !== 'GET') return { answer: answers.methodNotAllowed() };
  const example = settings.playsExampleEntities
    ? exampleAnswer(namedEntity(request, settings), settings)
    : null;
  if (example !== null) return { answer: example };
  const errors = headerErrors(request, endpoint, settings);
  if (errors.length > 0) return { answer: answers.invalid(errors) };
  if (endpoint === 'notification-types') return { answer: jsonAnswer(200, notificationTypes) };

  const entityId = namedEntity(request, settings) ?? '';
  if (!isEntitled(client, entityId, request, settings)) return { answer: answers.forbidden() };
  switch (endpoint) {
    case 'notifications':
      return search(request, entityId, parts);
    case 'notification':
      return { answer: single(request, entityId, parts) };
    case 'subscriptions': {
      const own = world.subscriptions.filter((subscription) => subscription.entityId === entityId);
      return { answer: subscriptionsAnswer(own, request, settings.listsSubscriptionStatus) };
    }
  }
}

/** Which endpoint a path names; null for none. */
export function endpointOf(path: string): Endpoint | null {
  if (path === TOKEN_PATH) return 'token';
  if (!path.startsWith(`${CONTEXT}/`)) return null;
  const rest = path.slice(CONTEXT.length);
  const known = PATHS[rest];
  if (known !== undefined) return known;
  return /^\/notifications\/[^/]+$/.test(rest) ? 'notification' : null;
}

/** The guide and the specification differ on where the types stand. */
const PATHS: Readonly<Record<string, Endpoint>> = {
  '/notifications': 'notifications',
  '/notificationTypes': 'notification-types',
  '/notifications/notificationTypes': 'notification-types',
  '/subscriptions': 'subscriptions',
  '/healthcheck/notification-subscriptions': 'health',
};

function isEntitled(
  client: JpmClient,
  entityId: string,
  { headers }: JpmRequest,
  { entityHeader }: JpmSettings,
): boolean {
  return client.entities.some(
    ({ id, type }) => id === entityId && (entityHeader === 'merchant-id' || type === headers['entity-type']),
  );
}

function search(
  request: JpmRequest,
  entityId: string,
  { shelf, settings, now }: ServiceParts,
): { readonly answer: JpmAnswer; readonly rows?: number } {
  const read = readFilters(request, settings);
  if ('errors' in read) return { answer: answers.invalid(read.errors) };
  settings.beforeSearch(read.filters);
  const found = shelf.search(read.filters, entityId, now());
  const rows = found
    .slice(0, settings.truncateAt ?? found.length)
    .flatMap((row) => Array.from({ length: settings.copiesOf(row) }, () => row));
  if (rows.length === 0 && settings.nothingFound === 'not-found')
    return { answer: answers.notFound(), rows: 0 };
  const answer = jsonAnswer(200, {
    notificationResponses: rows.map((row) => renderNotification(row, settings.irregularities)),
    responseStatus: 'SUCCESS',
    responseCode: 'ACCEPTED',
    responseMessage: 'The request was taken',
  });
  return { answer, rows: rows.length };
}

function single({ path }: JpmRequest, entityId: string, { shelf, settings, now }: ServiceParts): JpmAnswer {
  const id = decoded(path.slice(path.lastIndexOf('/') + 1));
  if (settings.onlyUuidIds && !isUuid(id)) {
    return answers.invalid([
      { code: 'INVALID_VALUE', message: 'It is not a UUID', entity: 'notification-id' },
    ]);
  }
  const row = shelf.listed(now()).find((candidate) => candidate.id === id && candidate.entityId === entityId);
  if (row === undefined) return answers.notFound();
  return jsonAnswer(200, renderSingle(row, settings.irregularities));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the entity numbers of the published examples stand for; any other is answered as usual. */
function exampleAnswer(entityId: string | null, { unauthorised }: JpmSettings): JpmAnswer | null {
  switch (entityId ?? '') {
    case '9876543211':
      return answers.unauthorised(unauthorised);
    case '9876543212':
      return answers.forbidden();
    case '9876543213':
      return answers.notFound();
    case '9876543214':
      return answers.invalid([
        { code: 'INVALID_VALUE', message: 'It is not known', entity: 'subscription-id' },
      ]);
    default:
      return null;
  }
}
