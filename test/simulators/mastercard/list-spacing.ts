import type { MastercardCall } from './contract.ts';

/**
 * The shortest time between the arrivals of two calls of one consumer key that read lists, in milliseconds; null for
 * fewer than two. Mastercard publishes no limit: Quayside keeps such calls 10 s apart, a page is a call.
 */
export function shortestListSpacing(calls: readonly MastercardCall[]): number | null {
  const lists = calls.filter(({ endpoint }) => endpoint === 'notifications' || endpoint === 'subscriptions');
  const gaps = lists.flatMap((call, index) => {
    const before = lists
      .slice(0, index)
      .filter(({ consumerKey }) => consumerKey === call.consumerKey)
      .at(-1);
    return before ? [call.at - before.at] : [];
  });
  return gaps.length > 0 ? Math.min(...gaps) : null;
}
