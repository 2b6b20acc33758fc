/** How much of a document is read; beyond it, it is damaged or hostile. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  /** Of one element: reading many costs the square of their number. */
  readonly attributes: number;
  readonly elements: number;
}

/** Notifications are 1 to 10 KB and 10 levels deep; a megabyte of them holds about 20,000 elements. */
export const NOTIFICATION_LIMITS: XmlLimits = {
  bytes: 1_048_576,
  depth: 64,
  attributes: 64,
  elements: 50_000,
};
