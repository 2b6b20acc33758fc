import type { HttpResponse } from '../../http/http.ts';

/** How far the server's clock is ahead of ours by its `Date` header, in milliseconds; null where it has none. */
export function clockOffset({ headers }: HttpResponse, now: number): number | null {
  const date = headers['date'];
  const at = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(at) ? null : at - now;
}

/** Assertions live five minutes: long before that a difference is worth a word, and may be what is wrong. */
export const isClockOff = (offsetMs: number | null): offsetMs is number =>
  offsetMs !== null && Math.abs(offsetMs) >= WORTH_A_WORD_MS;

const WORTH_A_WORD_MS = 120_000;

/** `The clock of this computer is 7 minutes behind.` */
export function clockSentence(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const much = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return `The clock of this computer is ${much} ${offsetMs > 0 ? 'behind' : 'ahead'}.`;
}
