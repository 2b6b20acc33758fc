import { lenientInstant } from '../ppns/lenient-instant.ts';
import { textOf } from './members.ts';

/**
 * When something happened, epoch milliseconds; null where it cannot be told. J.P. Morgan's specification gives no
 * form for its timestamps: those of its samples are read, and seconds or milliseconds since 1970 as well.
 */
export function readInstant(value: unknown): number | null {
  const text = textOf(value);
  if (text === null) return null;
  if (/^\d{13}$/.test(text)) return Number(text);
  return /^\d{10}$/.test(text) ? Number(text) * 1000 : lenientInstant(text);
}
