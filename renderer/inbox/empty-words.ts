import { gapSentence, type OpenGap } from '../app/gap-words.ts';
import { staleSentence, type Freshness } from '../app/health-words.ts';
import { momentOf } from '../ui/format.ts';
import type { ThreadNoun } from '../ui/source-subject.ts';
import { rowWord } from './list-words.ts';
import type { ListBy, ViewName } from './views.ts';

export interface EmptyWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tone: 'good' | 'bad' | 'plain';
  readonly offer: 'add-account' | 'clear-filters' | 'see-accounts' | 'see-settings' | 'none';
}

/** The list that is empty. */
export interface EmptyPlace {
  readonly view: ViewName;
  readonly by: ListBy;
  readonly noun: ThreadNoun;
  readonly narrowed: boolean;
  /** False where every limit of silence is switched off. */
  readonly noticesSilence: boolean;
  /** Stretches in which something of what the list shows may be missing. */
  readonly gaps: readonly OpenGap[];
}

const titles = {
  'needs-action': 'Nothing needs you',
  new: 'Nothing new',
  quiet: 'Nothing has gone quiet',
  all: 'Nothing received yet',
  acknowledged: 'Nothing acknowledged yet',
} as const satisfies Record<ViewName, string>;

/** What an empty list says: empty is not broken, and broken does not look empty. */
export function emptyWords(place: EmptyPlace, state: Freshness, now: number): EmptyWords {
  const { view, by, noun, narrowed, gaps } = place;
  if (state.kind === 'no-accounts' && !narrowed) {
    return {
      title: 'Add your first account',
      lines: [
        'Quayside watches the channels on which HMRC and the payment networks speak to you. For HMRC it needs the client id and client secret of an application, for Mastercard and J.P. Morgan the key file of yours.',
      ],
      tone: 'plain',
      offer: 'add-account',
    };
  }
  if (state.kind === 'silent' || state.kind === 'restarting') {
    return {
      title: narrowed ? 'Nothing found, and nothing is checked' : 'This may not be all',
      lines: [
        state.kind === 'silent'
          ? `Quayside’s engine has not answered since ${momentOf(state.since, now)}.`
          : 'Quayside’s engine is starting again.',
      ],
      tone: 'bad',
      offer: 'none',
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
  if (gaps.length > 0) {
    return {
      title: narrowed ? 'Nothing found, and something may be missing' : 'Something may be missing',
      lines: gapLines(gaps, now),
      tone: 'bad',
      offer: 'see-accounts',
    };
  }
  if (narrowed) {
    return {
      title: 'Nothing matches',
      lines: [`No ${rowWord(by, 1, noun)} in this view has all that is asked for.`],
      tone: 'plain',
      offer: 'clear-filters',
    };
  }
  if (view === 'quiet') return quietWords(place, state, now);
  return { title: titles[view], lines: [checkedLine(state, now)], tone: 'good', offer: 'none' };
}

/** What is known as of now, more or less. */
type Checked = Exclude<Freshness, { kind: 'stale' | 'silent' | 'restarting' }>;

function quietWords({ view, noticesSilence }: EmptyPlace, state: Checked, now: number): EmptyWords {
  if (!noticesSilence) {
    return {
      title: 'Silence is not watched for',
      lines: ['Every limit is switched off, so nothing is ever said to have gone quiet.'],
      tone: 'plain',
      offer: 'see-settings',
    };
  }
  return {
    title: titles[view],
    lines: ['No declaration waits for a message that is overdue.', checkedLine(state, now)],
    tone: 'good',
    offer: 'none',
  };
}

/** More would fill the pane: the accounts have them all. */
const MOST_GAPS = 3;

function gapLines(gaps: readonly OpenGap[], now: number): readonly string[] {
  const shown = gaps.slice(0, MOST_GAPS).map((open) => `${gapSentence(open, now)}.`);
  return gaps.length > MOST_GAPS ? [...shown, `And ${gaps.length - MOST_GAPS} more.`] : shown;
}

function checkedLine(state: Checked, now: number): string {
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
