import { toInstant } from '../../time/clock.ts';
import type { PageQuery } from './walk.ts';

const boxPath = (boxId: string): string =>
  `/misc/push-pull-notification/box/${encodeURIComponent(boxId)}/notifications`;

/** The list call. HMRC refuses any query key but these four, and dates whose offset holds a plus sign. */
export function listPath(boxId: string, { from, to, status, count }: PageQuery): string {
  const query = new URLSearchParams({
    ...(status === null ? {} : { status: status.toUpperCase() }),
    ...(from === null ? {} : { fromDate: toInstant(from) }),
    ...(to === null ? {} : { toDate: toInstant(to) }),
    count: String(count),
  });
  return `${boxPath(boxId)}?${query.toString()}`;
}

export const acknowledgePath = (boxId: string): string => `${boxPath(boxId)}/acknowledge`;

/** The elements of a list; null where the body is anything but a JSON array. */
export function listElements(body: Uint8Array): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
