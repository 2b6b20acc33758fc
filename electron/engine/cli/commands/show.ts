import type { NotificationDetail, NotificationRow } from '../../../../shared/notification.ts';
import { notificationLine } from '../../export/notification-line.ts';
import type { InboxStore } from '../../store/store.ts';
import { withExistingArchive } from '../archive.ts';
import type { CommandHost } from '../command-host.ts';
import type { ExitStatus } from '../exit-status.ts';

export interface ShowRequest {
  readonly directory: string;
  readonly id: string;
}

/** One notification on one line, with its history and the timeline of its thread. */
export function show(host: CommandHost, { directory, id }: ShowRequest): Promise<ExitStatus> {
  return withExistingArchive(host, directory, async (store) => {
    const detail = await store.notification(id);
    if (detail === null) return unknownId(host, directory, id);
    await host.output.line({
      ...notificationLine(detail, detail.facts),
      remoteId: detail.remoteId,
      contentType: detail.contentType,
      payloadBytes: detail.payloadBytes,
      history: detail.history,
      thread: await threadOf(store, detail),
    });
    return 0;
  });
}

/** The stored payload, byte for byte. */
export function showRaw(host: CommandHost, { directory, id }: ShowRequest): Promise<ExitStatus> {
  return withExistingArchive(host, directory, async (store) => {
    const payload = await store.payload(id);
    if (payload === null) return unknownId(host, directory, id);
    await host.output.raw(payload.bytes);
    return 0;
  });
}

function unknownId(host: CommandHost, directory: string, id: string): ExitStatus {
  host.output.say(`There is no notification ${id} in ${directory}: look its id up with "quayside list".`);
  return 1;
}

/** One step in the life of a declaration. */
interface ThreadEntry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly issuedAt: string | null;
  readonly receivedAt: string;
  readonly state: NotificationRow['state'];
}

/** What shares the MRN, or the LRN where no MRN is known yet; oldest first by the time of issue, itself included. */
async function threadOf(store: InboxStore, detail: NotificationDetail): Promise<readonly ThreadEntry[]> {
  const reference = detail.mrn ?? detail.lrn;
  const rows = reference === null ? [detail] : await rowsWith(store, reference);
  return [...rows].sort(byIssue).map(({ id, type, title, issuedAt, receivedAt, state }) => ({
    id,
    type,
    title,
    issuedAt,
    receivedAt,
    state,
  }));
}

async function rowsWith(store: InboxStore, reference: string): Promise<readonly NotificationRow[]> {
  const rows: NotificationRow[] = [];
  let after: string | null = null;
  do {
    const page = await store.page({ references: [reference] }, after, PAGE);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < LONGEST_THREAD);
  return rows;
}

const PAGE = 500;
/** No declaration lives through more; a reference that everything shares must not fill the memory. */
const LONGEST_THREAD = 10_000;

function byIssue(a: NotificationRow, b: NotificationRow): number {
  const [first, second] = [a.issuedAt ?? a.receivedAt, b.issuedAt ?? b.receivedAt];
  if (first !== second) return first < second ? -1 : 1;
  return Number(a.id) - Number(b.id);
}
