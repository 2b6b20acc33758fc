import type { ReactElement } from 'react';
import type { Facets } from '../../shared/engine-api.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { useFacets } from '../app/queries.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Icon } from '../ui/icon.tsx';
import { PlainText } from '../ui/plain-text.tsx';
import { sourceSubjects } from '../ui/source-subject.ts';
import { attentionWords, stateWords, upstreamWords } from '../ui/words.ts';
import { FilterMenu, type FilterOption } from './filter-menu.tsx';
import {
  dimensionsOf,
  isNarrowed,
  NO_NARROWING,
  toggled,
  type Dimension,
  type ListBy,
  type Narrowing,
} from './views.ts';

const dimensionWords = {
  states: 'State',
  upstream: 'Source status',
  types: 'Type',
  attention: 'Attention',
  accounts: 'Account',
} as const satisfies Record<Dimension, string>;

/** The menus that narrow the list, and what it is narrowed by. */
export function FilterBar(props: {
  readonly accounts: readonly AccountStatus[];
  readonly by: ListBy;
}): ReactElement {
  const { accounts, by } = props;
  const { navigator } = useServices();
  const { view, narrowing } = useStore(navigator.place);
  const facets = useFacets().data;
  const options = (dimension: Dimension) => optionsOf(dimension, facets, accounts, narrowing);
  const toggle = (dimension: Dimension, value: string) =>
    navigator.narrow(toggled(navigator.place.get().narrowing, dimension, value));
  return (
    <div className="filters">
      <div className="menus" role="group" aria-label="Filter by">
        {dimensionsOf(view).map((dimension) => (
          <FilterMenu
            key={dimension}
            label={dimensionWords[dimension]}
            // They count notifications, which is not what this list is of.
            options={by === 'thread' ? options(dimension).map(uncounted) : options(dimension)}
            chosen={narrowing[dimension]}
            onToggle={(value) => toggle(dimension, value)}
          />
        ))}
      </div>
      {isNarrowed(narrowing) ? (
        <ul className="chips" aria-label="Filters">
          {dimensionsOf(view).flatMap((dimension) =>
            narrowing[dimension].map((value) => (
              <Chip
                key={`${dimension} ${value}`}
                what={dimensionWords[dimension]}
                value={labelOf(dimension, value, accounts)}
                onRemove={() => toggle(dimension, value)}
              />
            )),
          )}
          {narrowing.search.trim() === '' ? null : (
            <Chip
              what="Text"
              value={narrowing.search.trim()}
              onRemove={() => navigator.narrow({ ...narrowing, search: '' })}
            />
          )}
          <li>
            <button type="button" className="link" onClick={() => navigator.narrow(NO_NARROWING)}>
              Clear all
            </button>
          </li>
        </ul>
      ) : null}
    </div>
  );
}

const uncounted = (option: FilterOption): FilterOption => ({ ...option, count: null });

function Chip(props: {
  readonly what: string;
  readonly value: string;
  readonly onRemove: () => void;
}): ReactElement {
  const { what, value, onRemove } = props;
  return (
    <li className="chip">
      <span className="dim">{what}</span>
      <PlainText limit={40} expandable={false}>
        {value}
      </PlainText>
      <button
        type="button"
        className="quiet icon-only"
        aria-label={`Remove ${what} ${value}`}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

function optionsOf(
  dimension: Dimension,
  facets: Facets | undefined,
  accounts: readonly AccountStatus[],
  narrowing: Narrowing,
): readonly FilterOption[] {
  const counted: readonly { value: string; count: number }[] = facets?.[dimension] ?? [];
  const counts = new Map(counted.map(({ value, count }) => [value, count]));
  // A chosen value stays in its menu though nothing has it any more.
  const values = new Set([...knownValues(dimension, accounts), ...counts.keys(), ...narrowing[dimension]]);
  return [...values].map((value) => ({
    value,
    label: labelOf(dimension, value, accounts),
    count: facets === undefined ? null : (counts.get(value) ?? 0),
  }));
}

function knownValues(dimension: Dimension, accounts: readonly AccountStatus[]): readonly string[] {
  switch (dimension) {
    case 'states':
      // Nothing can be snoozed yet: it is offered once something is.
      return ['new', 'acknowledged'];
    case 'upstream':
      // Only payment networks tell of delivery.
      return Object.keys(upstreamWords).filter(
        (value) =>
          value !== 'delivered' || accounts.some(({ source }) => sourceSubjects[source] === 'payment'),
      );
    case 'attention':
      return Object.keys(attentionWords);
    case 'accounts':
      return accounts.map(({ id }) => id);
    case 'types':
      return [];
  }
}

function labelOf(dimension: Dimension, value: string, accounts: readonly AccountStatus[]): string {
  const words: Readonly<Record<string, string | undefined>> = {
    states: stateWords,
    upstream: upstreamWords,
    attention: attentionWords,
    types: {},
    accounts: Object.fromEntries(accounts.map(({ id, name }) => [id, name])),
  }[dimension];
  return words[value] ?? value;
}
