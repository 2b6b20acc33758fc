import type { InProcessMastercard } from './in-process.ts';
import { signCall } from './oauth/sign-call.ts';

/** What GET /notifications answers. */
export interface ListPage {
  readonly count: number;
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly notifications: readonly Readonly<Record<string, unknown>>[];
}

/** `from` and `to` in milliseconds from an origin; everything up to now where absent. A refusal is `400 CODE`. */
export type ListReader = (
  query?: Readonly<Record<string, string | number>> | string,
  from?: number,
  to?: number,
) => Promise<ListPage | string>;

/** Lists without the client that Quayside ships. `origin` is epoch milliseconds. */
export const listReader =
  (simulator: InProcessMastercard, origin: number): ListReader =>
  (query = {}, from = -EIGHT_DAYS_MS, to = simulator.now() - origin + 1) => {
    const window = {
      start: new Date(origin + from).toISOString(),
      end: new Date(origin + to).toISOString(),
    };
    const more = typeof query === 'string' ? query : encoded(query);
    return askList(simulator, [encoded(window), more].filter((part) => part !== '').join('&'));
  };

/** GET /notifications with this query, signed as it should be. */
export async function askList(simulator: InProcessMastercard, query: string): Promise<ListPage | string> {
  const url = `${simulator.baseUrl}/notifications?${query}`;
  const authorization = signCall({ ...simulator.project, method: 'GET', url, now: simulator.now() });
  const answer = await simulator.http({ method: 'GET', url, headers: { authorization } });
  if (!answer.ok) throw new Error(answer.failure.reason);
  const text = Buffer.from(answer.value.body).toString();
  if (answer.value.status === 200) return JSON.parse(text) as ListPage;
  return `${answer.value.status} ${/"ReasonCode":"([^"]+)"/.exec(text)?.[1] ?? text}`;
}

/** The contents of a page, or the refusal. */
export const contents = (page: ListPage | string): unknown =>
  typeof page === 'string' ? page : page.notifications.map(({ content }) => content);

const encoded = (query: Readonly<Record<string, string | number>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

const EIGHT_DAYS_MS = 8 * 86_400_000;
