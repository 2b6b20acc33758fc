import { reasonTexts } from '../../shared/reasons.ts';
import { usePreferenceChange } from '../app/preference-change.ts';
import { usePreferences } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { listedBy, views, type ListBy } from './views.ts';

/** What a row of the list is, and how to change it. */
export interface ListKind {
  readonly by: ListBy;
  /** True where the view lists one kind alone. */
  readonly isFixed: boolean;
  /** Lists the other kind, which is remembered. What is open stays open; what was picked does not. */
  readonly choose: (by: ListBy) => void;
}

export function useListBy(): ListKind {
  const { navigator, announce } = useServices();
  const view = useStore(navigator.place, (place) => place.view);
  const by = listedBy(view, usePreferences().listBy);
  const change = usePreferenceChange();
  return {
    by,
    isFixed: views[view].by !== undefined,
    choose: (next) => {
      if (next === by) return;
      navigator.select({ kind: 'filter-changed' });
      navigator.showDetailAs(next === 'thread' ? 'declaration' : 'notification');
      announce(next === 'thread' ? 'Listing declarations' : 'Listing notifications');
      void change({ listBy: next }).then((failure) => {
        if (failure !== null) announce(`Not kept: ${reasonTexts[failure.reason].title}`);
      });
    },
  };
}
