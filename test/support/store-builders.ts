import type { SourceName } from '../../shared/accounts/source-name.ts';
import type { Facts, NotificationRow } from '../../shared/notification.ts';
import type { ThreadStatus, ThreadStatusCode } from '../../shared/thread.ts';
import type { DecodedPart, InboxStore, NewPayload } from '../../electron/engine/store/store.ts';
import type { ThreadRecord } from '../../electron/engine/store/thread-store.ts';
import { toInstant } from '../../electron/engine/time/clock.ts';

/** Facts of a rejection, but for what a test cares about. */
export const factsWith = (known: Partial<Facts> = {}): Facts => ({
  kind: 'dms',
  type: 'DMSREJ',
  functionCode: '03',
  statusCode: null,
  title: 'Declaration rejected',
  meaning: 'Customs did not accept the declaration.',
  nextStep: 'Correct it and send it again.',
  keyFact: null,
  attention: 'act',
  outcome: 'rejected',
  mrn: null,
  lrn: null,
  version: null,
  messageId: null,
  conversationId: null,
  issuedAt: null,
  trader: null,
  references: [],
  errors: [],
  payments: [],
  amendments: [],
  details: [],
  deadline: null,
  problems: [],
  ...known,
});

export const partWith = (known: Partial<Facts> = {}, searchText = ''): DecodedPart => ({
  facts: factsWith(known),
  searchText,
});

export const payloadWith = (remoteId: string, known: Partial<NewPayload> = {}): NewPayload => ({
  remoteId,
  bytes: new TextEncoder().encode(`<message>${remoteId}</message>`),
  contentType: 'application/xml',
  envelope: {},
  upstream: 'pending',
  createdAt: null,
  ...known,
});

export interface Arrival {
  readonly account?: string;
  readonly source?: SourceName;
  readonly remoteId: string;
  readonly now?: number;
  readonly payload?: Partial<NewPayload>;
  readonly facts?: Partial<Facts>;
  readonly searchText?: string;
}

/** Keeps and decodes one payload with one notification in it; returns its row. */
export async function arrive(store: InboxStore, arrival: Arrival): Promise<NotificationRow> {
  const account = { id: arrival.account ?? 'cds', source: arrival.source ?? ('hmrc-cds' as const) };
  const now = arrival.now ?? 1000;
  await store.keep(account, [payloadWith(arrival.remoteId, arrival.payload)], undefined, now);
  const [waiting] = await store.takeUndecoded(1);
  if (waiting === undefined) throw new Error(`${arrival.remoteId} was here already`);
  const parts = [partWith(arrival.facts, arrival.searchText)];
  const [row] = await store.putFacts([{ payload: waiting.payload, parts, decoderVersion: 1 }]);
  if (row === undefined) throw new Error('a notification was written and has no row');
  return row;
}

/** Keeps and decodes many payloads of one account at once. */
export async function arriveMany(
  store: InboxStore,
  remoteIds: readonly string[],
  part: (remoteId: string) => DecodedPart = () => partWith(),
): Promise<readonly NotificationRow[]> {
  const payloads = remoteIds.map((remoteId) => payloadWith(remoteId));
  await store.keep({ id: 'cds', source: 'hmrc-cds' }, payloads, undefined, 1000);
  const waiting = await store.takeUndecoded(remoteIds.length);
  return store.putFacts(
    waiting.map(({ payload }, n) => ({ payload, parts: [part(remoteIds[n] ?? '')], decoderVersion: 1 })),
  );
}

/** The ids on the first page. */
export const idsOf = async (store: InboxStore, filter: Parameters<InboxStore['page']>[0]) =>
  (await store.page(filter, null, 500)).rows.map((row) => row.id);

/** A status with nothing to do. */
export const statusOf = (code: ThreadStatusCode): ThreadStatus => ({
  ...{ code, title: code, attention: 'info', since: toInstant(0), actionId: null, deadline: null, notes: [] },
});

/** A thread of these notifications of which nothing is known, but for what a test cares about. */
export const threadOf = (members: readonly string[], known: Partial<ThreadRecord> = {}): ThreadRecord => ({
  members,
  status: null,
  attention: 'info',
  mrn: null,
  lrn: null,
  trade: null,
  calling: [],
  waits: [],
  ...known,
});

/** The members of each thread on the first page. */
export const threadsOf = async (store: InboxStore, filter: Parameters<InboxStore['page']>[0] = {}) =>
  (await store.pageThreads(filter, null, 500)).rows.map((row) => row.thread?.members.join(' ') ?? '');
