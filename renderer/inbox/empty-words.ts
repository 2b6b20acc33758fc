import { staleSentence, type Freshness } from '../app/health-words.ts';
import { momentOf } from '../ui/format.ts';
import type { ViewName } from './views.ts';

export interface EmptyWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tone: 'good' | 'bad' | 'plain';
  readonly offer: 'add-account' | 'clear-filters' | 'see-accounts' | 'none';
}

const titles = {
  'needs-action': 'Nothing needs you',
  new: 'Nothing new',
  all: 'No notifications yet',
  acknowledged: 'Nothing acknowledged yet',
} as const satisfies Record<ViewName, string>;

/** What an empty list says: empty is not broken, and broken does not look empty. */
export function emptyWords(view: ViewName, narrowed: boolean, state: Freshness, now: number): EmptyWords {
  if (state.kind === 'no-accounts' && !narrowed) {
    return {
      title: 'Add your first account',
      lines: [
        'Quayside watches the channels on which HMRC speaks to you. It needs the client id and client secret of an application, and for a push-pull box its id.',
      ],
      tone: 'plain',
      offer: 'add-account',
    };
  }
  if (state.kind === 'stale') {
    return {
      title: narrowed ? 'Nothing found, and not all is checked' : 'This may not be all',
      lines: state.accounts.map((account) => `${staleSentence(account, now)}.`),
      tone: 'bad',
      offer: 'see-accounts',
    };
  }
  if (narrowed) {
    return {
      title: 'Nothing matches',
      lines: ['No notification in this view has all that is asked for.'],
      tone: 'plain',
      offer: 'clear-filters',
    };
  }
  return { title: titles[view], lines: [checkedLine(state, now)], tone: 'good', offer: 'none' };
}

function checkedLine(state: Exclude<Freshness, { kind: 'stale' }>, now: number): string {
  switch (state.kind) {
    case 'checked':
      return `Checked ${momentOf(state.at, now)}.`;
    case 'not-yet':
      return 'The first poll is under way.';
    case 'paused':
    case 'no-accounts':
      return 'No account is being polled.';
  }
}
