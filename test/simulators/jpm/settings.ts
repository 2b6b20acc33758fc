import type { DeliveryPlan } from './delivery.ts';
import type { NotificationFilters } from './notification-filters.ts';
import type { Irregularity } from './irregularities.ts';
import type { JpmRow } from './notification-shelf.ts';

/** What can be changed at any time. Where no source says what the real service does, there is a setting for each guess. */
export interface JpmSettings {
  /** Added to the clock of the simulated world: `Date`, token life, assertion checks, new rows, delivery, retention. */
  clockSkewMs: number;
  tokenLifetimeSeconds: number;
  /** How far ahead of the time here an assertion may have been issued. */
  issuedAheadMs: number;
  /** White space around the token, as one gateway leaves it. */
  padsToken: boolean;
  /** How an assertion that is not taken is told: in the OAuth members, or as plain text. */
  tokenFailure: 'oauth' | 'text';
  /** The body of a 401: the gateway's own, or that of the service. */
  unauthorised: 'adfsError' | 'messages';
  /** Which header names the entity: today's, or the one of deployments from before it. */
  entityHeader: 'entity-id' | 'merchant-id';
  /** The five entity numbers of the published examples answer with the outcome they stand for. */
  playsExampleEntities: boolean;
  /** Where filters are read; `none` answers every search with every row. */
  filterStyle: 'either' | 'headers' | 'query' | 'none';
  /** What happens to filters that came the other way. */
  otherStyle: 'ignore' | 'refuse';
  /** What happens to a search whose filters, as they are read, name no days. */
  withoutDays: 'refuse' | 'every-day';
  /** The widest range, both ends counted; null for any. */
  mostDays: number | null;
  /** Where a day begins and ends. */
  timeZone: 'UTC' | 'America/New_York';
  /** What puts a row into a day: when it came to be, or when it reached its present delivery status. */
  dayOf: 'creation' | 'delivery';
  order: 'oldest-first' | 'newest-first' | 'shuffled';
  /** A search answers with so many rows at most and says nothing of the others; null for all. */
  truncateAt: number | null;
  nothingFound: 'empty-list' | 'not-found';
  /** How often a row stands in the answer to one search. */
  copiesOf: (row: JpmRow) => number;
  /** Null keeps rows for good. */
  retentionDays: number | null;
  /** Of new notifications that name none. */
  delivery: DeliveryPlan;
  /** Played on every row, beside its own. */
  irregularities: readonly Irregularity[];
  /** Refuses an id that is no UUID, as the path's format has it. */
  onlyUuidIds: boolean;
  /** The list of subscriptions tells their status; its schema has none. */
  listsSubscriptionStatus: boolean;
  /** Called before each search is answered: the moment to move rows under the reader. */
  beforeSearch: (filters: NotificationFilters) => void;
}

export const defaultSettings = (): JpmSettings => ({
  clockSkewMs: 0,
  tokenLifetimeSeconds: 3600,
  issuedAheadMs: 300_000,
  padsToken: false,
  tokenFailure: 'oauth',
  unauthorised: 'adfsError',
  entityHeader: 'entity-id',
  playsExampleEntities: false,
  filterStyle: 'either',
  otherStyle: 'ignore',
  withoutDays: 'refuse',
  mostDays: null,
  timeZone: 'UTC',
  dayOf: 'creation',
  order: 'newest-first',
  truncateAt: null,
  nothingFound: 'empty-list',
  copiesOf: () => 1,
  retentionDays: null,
  delivery: [{ status: 'SENT', afterMs: 0 }],
  irregularities: [],
  onlyUuidIds: false,
  listsSubscriptionStatus: false,
  beforeSearch: () => undefined,
});
