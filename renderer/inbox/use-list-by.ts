import { reasonTexts } from '../../shared/reasons.ts';
import { usePreferenceChange } from '../app/preference-change.ts';
import { usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import type { ThreadNoun } from '../ui/source-subject.ts';
import { rowWord } from './list-words.ts';
import { useThreadNoun } from './use-thread-noun.ts';
import { listedBy, views, type ListBy } from './views.ts';

/** What a row of the list is, and how to change it. */
export interface ListKind {
  readonly by: ListBy;
  /** What a thread is called in it. */
  readonly noun: ThreadNoun;
  /** True where the view lists one kind alone. */
  readonly isFixed: boolean;
  /** Lists the other kind, which is remembered. What is open stays open; what was picked does not. */
  readonly choose: (by: ListBy) => void;
}

export function useListBy(): ListKind {
  const { navigator, announce } = useServices();
  const view = useStore(navigator.place, (place) => place.view);
  const by = listedBy(view, usePreferences().listBy);
  const noun = useThreadNoun();
  const change = usePreferenceChange();
  return {
    by,
    noun,
    isFixed: views[view].by !== undefined,
    choose: (next) => {
      if (next === by) return;
      navigator.select({ kind: 'filter-changed' });
      navigator.showDetailAs(next === 'thread' ? 'thread' : 'notification');
      announce(`Listing ${rowWord(next, 2, noun)}`);
      void change({ listBy: next }).then((failure) => {
        if (failure !== null) announce(`Not kept: ${reasonTexts[failure.reason].title}`);
      });
    },
  };
}
