import type { Instant } from '../../shared/notification.ts';

/**
 * New arrivals never move what is being read: while the list is scrolled or a row is chosen, it is shown as
 * of an instant, and what came since waits behind a button.
 */
export type Hold =
  | { readonly kind: 'following' }
  | { readonly kind: 'held'; readonly asOf: Instant }
  /** The button was pressed: the next answer shows all, and is held in turn. */
  | { readonly kind: 'catching-up'; readonly answer: number };

export const FOLLOWING: Hold = { kind: 'following' };

export interface Reading {
  /** True while something is being read. */
  readonly reading: boolean;
  /** The first instant after all that is shown; null while nothing is. */
  readonly afterNewest: Instant | null;
  /** Changes with every answer. */
  readonly answer: number;
}

/** The hold that follows; the same object where nothing changes. */
export function nextHold(hold: Hold, { reading, afterNewest, answer }: Reading): Hold {
  if (hold.kind === 'catching-up' && hold.answer === answer) return hold;
  if (!reading) return hold.kind === 'following' ? hold : FOLLOWING;
  if (hold.kind === 'held' || afterNewest === null) return hold;
  return { kind: 'held', asOf: afterNewest };
}

export const heldAt = (hold: Hold): Instant | null => (hold.kind === 'held' ? hold.asOf : null);
