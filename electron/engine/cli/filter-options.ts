import { Option, type Command } from 'commander';
import { SOURCE_NAMES, type SourceName } from '../../../shared/accounts/source-name.ts';
import type { Filter } from '../../../shared/filter.ts';
import {
  ATTENTIONS,
  TRIAGE_STATES,
  UPSTREAM_STATUSES,
  type Attention,
  type TriageState,
  type UpstreamStatus,
} from '../../../shared/notification.ts';
import { instant, oneOf, searchText, text } from './option-values.ts';

/** What the filter options give. */
export interface FilterOptions {
  readonly state?: readonly TriageState[];
  readonly upstream?: readonly UpstreamStatus[];
  readonly attention?: readonly Attention[];
  readonly needsAction?: true;
  readonly type?: readonly string[];
  readonly account?: readonly string[];
  readonly source?: readonly SourceName[];
  readonly reference?: readonly string[];
  readonly search?: string;
  readonly since?: string;
  readonly until?: string;
}

/** Gives a command the filters that `list` and `export` share. */
export function addFilterOptions(command: Command): Command {
  const options = [
    new Option('--state <state>', `${choice(TRIAGE_STATES)}; repeatable`).argParser(oneOf(TRIAGE_STATES)),
    new Option('--upstream <status>', `the source's own: ${choice(UPSTREAM_STATUSES)}; repeatable`).argParser(
      oneOf(UPSTREAM_STATUSES),
    ),
    new Option('--attention <level>', `${choice(ATTENTIONS)}; repeatable`).argParser(oneOf(ATTENTIONS)),
    new Option('--needs-action', 'only what must be acted on, is new, and no other message has settled'),
    new Option('--type <type>', 'such as DMSREJ; repeatable').argParser(text(64)),
    new Option('--account <id>', 'as in the accounts file; repeatable').argParser(text(64)),
    new Option('--source <name>', `${choice(SOURCE_NAMES)}; repeatable`).argParser(oneOf(SOURCE_NAMES)),
    new Option('--reference <value>', 'a whole MRN, LRN or other reference; repeatable').argParser(text(128)),
    new Option('--search <text>', 'words, their beginnings, or the middle of an MRN or LRN').argParser(
      searchText,
    ),
    new Option('--since <time>', 'received at or after: a date (UTC) or an instant').argParser(instant),
    new Option('--until <time>', 'received before: a date (UTC) or an instant').argParser(instant),
  ];
  for (const option of options) command.addOption(option);
  return command;
}

/** The filter that these options ask for. */
export function filterFrom(options: FilterOptions): Filter {
  return {
    ...(options.state && { states: [...options.state] }),
    ...(options.upstream && { upstream: [...options.upstream] }),
    ...(options.attention && { attention: [...options.attention] }),
    ...(options.needsAction && { needsAction: true }),
    ...(options.type && { types: [...options.type] }),
    ...(options.account && { accounts: [...options.account] }),
    ...(options.source && { sources: [...options.source] }),
    ...(options.reference && { references: [...options.reference] }),
    ...(options.search !== undefined && { search: options.search }),
    ...(options.since !== undefined && { since: options.since }),
    ...(options.until !== undefined && { until: options.until }),
  };
}

const choice = (values: readonly string[]): string => values.join(', ');
