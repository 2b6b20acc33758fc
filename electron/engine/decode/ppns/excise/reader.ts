import type { Members } from '../members.ts';

/** The side of the movement that reads a message; null where it cannot be told, or where one trader is both. */
export type Reader = 'consignor' | 'consignee' | null;

/**
 * HMRC sends the same message to both sides, and a consignor's own cancellation comes back to him as a receipt. Only
 * the notice tells whose copy it is: it names the excise number (`ern`) of its reader beside those of both sides.
 */
export function readerOf(notice: Members): Reader {
  const [ern, consignor, consignee] = ['ern', 'consignor', 'consignee'].map(
    (name) => notice.text(name)?.toUpperCase() ?? null,
  );
  if (ern === null || consignor === consignee) return null;
  if (ern === consignor) return 'consignor';
  return ern === consignee ? 'consignee' : null;
}
