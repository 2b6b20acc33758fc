/** How much of a document is read; beyond it, it is damaged or hostile. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  /** Of one element: reading many costs the square of their number. */
  readonly attributes: number;
  readonly elements: number;
}

/**
 * Notifications are 1 to 10 KB and 10 levels deep. The largest that can come is the tax of 999 items with seven lines
 * each: 4 MB and 72,000 elements.
 */
export const NOTIFICATION_LIMITS: XmlLimits = {
  bytes: 8_388_608,
  depth: 64,
  attributes: 64,
  elements: 200_000,
};
