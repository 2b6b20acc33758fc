import { statusWords } from '../status-words.ts';
import type { MovementVerdict } from './movement-rule.ts';

/** A verdict with the words of its code, and nothing that calls but what is said. */
export const verdict = (
  code: MovementVerdict['code'],
  at: number,
  more: Partial<MovementVerdict> = {},
): MovementVerdict => ({ code, at, ...statusWords[code], calls: [], limits: [], notes: [], ...more });
