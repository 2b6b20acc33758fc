import { eachListElement } from '../../decode/json/array-elements.ts';
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

/**
 * The elements of a list one by one, so that one of any length is never held taken apart; false at the end where the
 * body is anything but a whole JSON array.
 */
export function* elementsOf(body: Uint8Array): Generator<ListedElement, boolean> {
  const elements = eachListElement(body);
  for (;;) {
    const { done, value: json } = elements.next();
    if (done === true) return json;
    const element = elementFrom(json);
    if (element === null) return false;
    yield element;
  }
}

function elementFrom(json: Uint8Array): ListedElement | null {
  try {
    return { json, value: JSON.parse(new TextDecoder().decode(json)) as unknown };
  } catch {
    return null;
  }
}
