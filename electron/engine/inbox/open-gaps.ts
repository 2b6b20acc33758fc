import type { Filter } from '../../../shared/filter.ts';
import type { OpenGap } from '../export/open-gap.ts';
import type { Gap } from '../store/store.ts';
import { shownGaps } from './shown-gaps.ts';

/**
 * The gaps that bear on what a filter shows, as a person reads them: those of its accounts. What is missing has no
 * type, no reference and no time of receipt, so nothing else of a filter can leave one out.
 */
export function openGaps(gaps: readonly Gap[], { accounts }: Pick<Filter, 'accounts'>): OpenGap[] {
  return [...new Set(gaps.map(({ account }) => account))]
    .filter((account) => accounts === undefined || accounts.includes(account))
    .flatMap((account) => shownGaps(gaps, account).map((gap) => ({ account, ...gap })));
}
