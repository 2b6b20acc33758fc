import { z } from 'zod';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { HttpResponse } from '../../http/http.ts';
import { arrayElements } from '../../decode/json/array-elements.ts';

/** One element of a page: as it can be read, and exactly as it stood there. */
export interface PageElement {
  readonly value: unknown;
  readonly bytes: Uint8Array;
}

export interface NotificationsPage {
  readonly elements: readonly PageElement[];
  /** How many match the whole query, as the server says; null where it says nothing of use. */
  readonly total: number | null;
}

/**
 * One page of `GET /notifications`. Its `count`, `offset` and `limit` are not looked at: published examples contradict
 * themselves, and what counts is what came.
 */
export function readNotificationsPage({ status, body }: HttpResponse): Result<NotificationsPage, Failure> {
  const wrapper = wrapperSchema.safeParse(parsed(body));
  if (!wrapper.success) return unreadable(status, 'not a page of notifications');
  const { notifications, total = null, encryptedData } = wrapper.data;
  // Some servers write a list without elements as null.
  if (notifications === null && total === 0) return ok({ elements: [], total });
  if (notifications === undefined || notifications === null) {
    return unreadable(
      status,
      encryptedData === undefined
        ? 'a page without notifications'
        : 'the page is encrypted, which Quayside cannot read',
    );
  }
  const bytes = arrayElements(body, 'notifications');
  return ok({
    elements: notifications.map((value, index) => ({ value, bytes: bytes[index] ?? encoded(value) })),
    total,
  });
}

const wrapperSchema = z.object({
  notifications: z.array(z.unknown()).nullish(),
  total: z.number().int().nonnegative().nullish().catch(null),
  encryptedData: z.unknown().optional(),
});

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const unreadable = (status: number, detail: string) =>
  failed(failure('unexpected-answer', { status, detail }));
