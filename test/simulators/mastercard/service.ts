import type { Endpoint, MastercardAnswer } from './contract.ts';
import { gatewayError, serviceError } from './errors.ts';
import { fieldMappings } from './field-mappings.ts';
import { jsonAnswer, notificationsPage } from './list-notifications.ts';
import type { MastercardWorld } from './mastercard-world.ts';
import { readNotificationQuery } from './notification-query.ts';
import type { MastercardProject } from './projects.ts';
import type { MastercardSettings } from './settings.ts';
import { subscriptionsPage } from './subscriptions.ts';

export interface ServiceCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The simulator's own time, epoch milliseconds. */
  readonly now: number;
}

/** The service behind the gateway: what a project that signed well is answered. */
export function answerCall(
  call: ServiceCall,
  project: MastercardProject,
  world: MastercardWorld,
  settings: MastercardSettings,
): MastercardAnswer {
  const endpoint = endpointOf(call.path);
  if (endpoint === null) return serviceError.notFound();
  // Creating, changing and deleting subscriptions exist at Mastercard and are not played: a reader has no use for them.
  if (call.method !== 'GET') return gatewayError(405, 'METHOD_NOT_ALLOWED', 'Only GET is played here');
  if (!project.isAllowed) return serviceError.notAllowed(project.consumerKey);
  const isOwn = ({ subscriberId }: { readonly subscriberId: string }) =>
    subscriberId === project.subscriberId;
  switch (endpoint) {
    case 'notifications': {
      const query = readNotificationQuery(call.query, settings, call.now);
      if ('refusal' in query) return query.refusal;
      settings.beforeList(query);
      return notificationsPage(world.listed().filter(isOwn), query, settings);
    }
    case 'subscriptions':
      return subscriptionsPage(world.subscriptions.filter(isOwn), call.query);
    case 'subscription': {
      const id = call.path.slice(call.path.lastIndexOf('/') + 1);
      const found = world.subscriptions.filter(isOwn).find((subscription) => subscription.id === id);
      return found ? jsonAnswer(found) : serviceError.notFound();
    }
    case 'fieldmappings':
      return jsonAnswer(fieldMappings);
  }
}

/** Which endpoint a path names; null for none. */
export function endpointOf(path: string): Endpoint | null {
  const [, name, id] = /^\/commercial-event-notifications\/([a-z]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  if (name === 'subscriptions') return id === undefined ? 'subscriptions' : 'subscription';
  if (id !== undefined) return null;
  return name === 'notifications' || name === 'fieldmappings' ? name : null;
}
