/** A limit as data. Calls that share a `key` start at least `spacingMs` apart, as the server sees it. */
export interface LimitRule {
  readonly key: string;
  readonly spacingMs: number;
}
