import { createHash } from 'node:crypto';
import type { UpstreamStatus } from '../../../../shared/notification.ts';
import { readElement } from '../../decode/ppns/envelope.ts';
import { lenientInstant } from '../../decode/ppns/lenient-instant.ts';
import type { Received } from '../source.ts';
import type { ListedElement } from './box-calls.ts';

/**
 * One element of a box's list as a message to keep. Whatever is wrong with it, something is kept: an element
 * without an id goes by the hash of its content.
 */
export function receivedFrom({ value, json }: ListedElement): Received {
  const { notificationId, payload, contentType, envelope } = readElement(value, json);
  const { status, createdDateTime } = envelope;
  return {
    remoteId: notificationId ?? contentId(value),
    payload,
    contentType,
    envelope,
    upstream: STATUSES.get(status?.toUpperCase() ?? '') ?? null,
    createdAt: createdDateTime === undefined ? null : lenientInstant(createdDateTime),
  };
}

/** False for the ids that we gave ourselves: HMRC takes UUIDs only. */
export const isHmrcId = (remoteId: string): boolean => UUID.test(remoteId);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const STATUSES: ReadonlyMap<string, UpstreamStatus> = new Map([
  ['PENDING', 'pending'],
  ['ACKNOWLEDGED', 'acknowledged'],
  ['FAILED', 'failed'],
]);

/** Without its status, which changes while the message stays the same. */
const contentId = (element: unknown): string =>
  `sha256:${createHash('sha256')
    .update(JSON.stringify(element, (name, value: unknown) => (name === 'status' ? undefined : value)))
    .digest('hex')}`;
