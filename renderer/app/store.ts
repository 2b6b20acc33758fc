import { useSyncExternalStore } from 'react';

/** One immutable value that may be replaced, and those who watch it. */
export interface Store<S> {
  readonly get: () => S;
  readonly set: (next: (current: S) => S) => void;
  /** Returns its own end. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<S>(initial: S): Store<S> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (next) => {
      const value = next(current);
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What the store holds, or the part of it that `pick` returns; `pick` must return a value it has returned before or a primitive. */
export function useStore<S>(store: Store<S>): S;
export function useStore<S, P>(store: Store<S>, pick: (state: S) => P): P;
export function useStore<S, P>(store: Store<S>, pick?: (state: S) => P): S | P {
  return useSyncExternalStore(store.subscribe, () => (pick === undefined ? store.get() : pick(store.get())));
}
