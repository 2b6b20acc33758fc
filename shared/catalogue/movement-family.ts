import type { Facts } from '../notification.ts';

/** The kinds of movement that push-pull messages speak of. */
export type MovementFamily = 'transit' | 'excise' | 'vehicle' | 'entry-safety';

/**
 * Which family a push-pull message is of, by its type; null for what is none of a movement, and for every other kind.
 * The European schemes share the form `IE` and three digits: 3xx are entry safety, 7xx, 8xx and IE905 excise, all
 * others transit.
 */
export function movementFamily({ kind, type }: Pick<Facts, 'kind' | 'type'>): MovementFamily | null {
  if (kind !== 'ppns') return null;
  if (type === 'GMR') return 'vehicle';
  // What became of a large message that was uploaded: only the transit API has such a way in.
  if (type === 'SUBMISSION_NOTIFICATION') return 'transit';
  const number = /^IE(\d{3})$/.exec(type)?.[1];
  if (number === undefined) return null;
  if (number.startsWith('3')) return 'entry-safety';
  return /^[78]/.test(number) || number === '905' ? 'excise' : 'transit';
}
