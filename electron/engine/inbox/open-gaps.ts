import type { Filter } from '../../../shared/filter.ts';
import type { OpenGap } from '../export/open-gap.ts';
import type { StoredGap } from '../store/store.ts';
import { shownGaps } from './shown-gaps.ts';

/**
 * The gaps that bear on what a filter shows, as a person reads them: those of its accounts that are of its sources. What
 * is missing has no type, no reference and no time of receipt, so nothing else of a filter can leave one out. One of
 * which nobody knows the source is left out by none.
 */
export function openGaps(
  gaps: readonly StoredGap[],
  { accounts, sources }: Pick<Filter, 'accounts' | 'sources'>,
): OpenGap[] {
  const bearing = gaps
    .filter(({ account }) => accounts?.includes(account) ?? true)
    .filter(({ source }) => source === null || (sources?.includes(source) ?? true));
  return [...new Set(bearing.map(({ account }) => account))].flatMap((account) =>
    shownGaps(bearing, account).map((gap) => ({ account, ...gap })),
  );
}
