import { SOURCE_NAMES } from '../../shared/accounts/source-name.ts';
import { QUIET_RULES } from '../../shared/quiet.ts';
import type { Preferences } from '../../shared/settings.ts';

/** Whether the engine is configured alike by both: it need not be told of a change of anything else. */
export const isSameConfiguration = (one: Preferences, other: Preferences): boolean =>
  one.holdBackSeconds === other.holdBackSeconds &&
  QUIET_RULES.every((rule) => one.quietMinutes[rule] === other.quietMinutes[rule]) &&
  SOURCE_NAMES.every((source) => one.retentionDays[source] === other.retentionDays[source]);
