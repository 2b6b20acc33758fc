import type { Failure } from '../../shared/failure.ts';
import type { Preferences } from '../../shared/settings.ts';
import { failureOf, settle, valueOf } from './bridge.ts';
import { queryKeys } from './queries.ts';
import { useServices } from './services.ts';

/** Shows a changed preference at once and keeps it; resolves to the failure, with what was before put back. */
export function usePreferenceChange(): (part: Partial<Preferences>) => Promise<Failure | null> {
  const { bridge, queries } = useServices();
  return async (part) => {
    try {
      // Not those on screen: until the kept ones are known they are defaults, which must overwrite nothing.
      const before =
        queries.getQueryData<Preferences>(queryKeys.preferences) ?? (await valueOf(bridge.preferences(null)));
      const next = { ...before, ...part };
      queries.setQueryData(queryKeys.preferences, next);
      const answer = await settle(bridge.setPreferences(next));
      queries.setQueryData(queryKeys.preferences, answer.ok ? answer.value : before);
      return answer.ok ? null : answer.failure;
    } catch (error) {
      return failureOf(error);
    }
  };
}
