import { listElements } from '../../decode/json/array-elements.ts';
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

/** One element of a list: as it can be read, and exactly as it stood there. */
export interface ListedElement {
  readonly value: unknown;
  readonly json: Uint8Array;
}

/** The elements of a list; null where the body is anything but a JSON array. */
export function elementsOf(body: Uint8Array): readonly ListedElement[] | null {
  try {
    const list: unknown = JSON.parse(new TextDecoder().decode(body));
    if (!Array.isArray(list)) return null;
    return listElements(body).map((json, index) => ({ json, value: list[index] as unknown }));
  } catch {
    return null;
  }
}
