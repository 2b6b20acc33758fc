import { reasonTexts } from '../../shared/reasons.ts';
import { settle } from './bridge.ts';
import { gapSentence, type OpenGap } from './gap-words.ts';
import { queryKeys } from './queries.ts';
import { useServices } from './services.ts';

/** Dismisses a gap and says so; resolves to whether it is gone. */
export function useDismissGap(): (open: OpenGap) => Promise<boolean> {
  const { bridge, clock, queries, announce } = useServices();
  return async (open) => {
    const { account, gap } = open;
    const answer = await settle(bridge.dismissGap({ account: account.id, from: gap.from, to: gap.to }));
    if (!answer.ok) {
      announce(`Not dismissed: ${reasonTexts[answer.failure.reason].title}`);
      return false;
    }
    await queries.invalidateQueries({ queryKey: queryKeys.status });
    announce(`Dismissed. ${gapSentence(open, clock.now())}`);
    return true;
  };
}
