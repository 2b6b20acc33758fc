import type { Page } from '../../../../shared/engine-api.ts';
import type { Filter } from '../../../../shared/filter.ts';
import { notificationLine } from '../../export/notification-line.ts';
import { gapSentence } from '../../export/open-gap.ts';
import { openGaps } from '../../inbox/open-gaps.ts';
import { StoreError, type InboxStore } from '../../store/store.ts';
import { withExistingArchive } from '../archive.ts';
import type { CommandHost } from '../command-host.ts';
import type { ExitStatus } from '../exit-status.ts';

export interface ListRequest {
  readonly directory: string;
  readonly filter: Filter;
  readonly limit: number;
  readonly after: string | null;
}

/** One line a notification, newest first, then `{ next, total }`, with `gaps` where something may be missing. */
export function list(host: CommandHost, request: ListRequest): Promise<ExitStatus> {
  return withExistingArchive(host, request.directory, async (store) => {
    const first = await firstPage(store, request);
    if (first === null) {
      host.output.say(
        '--after is not a cursor of this list: use the "next" of a last line, or leave it out.',
      );
      return 2;
    }
    const next = await printRows(host, store, request, first);
    if (host.stop.aborted) return stoppedEarly(host);
    const total = await exactTotal(host, store, request.filter, first);
    const gaps = openGaps(await store.gaps(), request.filter);
    await host.output.line({ next, total, ...(gaps.length > 0 && { gaps }) });
    for (const gap of gaps) host.output.say(gapSentence(gap));
    return 0;
  });
}

function stoppedEarly(host: CommandHost): ExitStatus {
  if (!host.outputHasEnded()) host.output.say('Stopped before the end: the list is not complete.');
  return 1;
}

/** The store pages in steps of 500 at most. */
const LARGEST_PAGE = 500;

async function firstPage(store: InboxStore, { filter, after, limit }: ListRequest): Promise<Page | null> {
  try {
    return await store.page(filter, after, Math.min(limit, LARGEST_PAGE));
  } catch (error) {
    if (error instanceof StoreError && error.reason === 'invalid-input' && after !== null) return null;
    throw error;
  }
}

/** Prints up to the limit and returns where the list goes on. */
async function printRows(
  host: CommandHost,
  store: InboxStore,
  { filter, limit }: ListRequest,
  first: Page,
): Promise<string | null> {
  let page = first;
  let left = limit;
  for (;;) {
    for (const row of page.rows) {
      if (host.stop.aborted) return null;
      const detail = await store.notification(row.id);
      // Its account may have been removed since the page was read.
      if (detail !== null) await host.output.line(notificationLine(detail, detail.facts));
    }
    left -= page.rows.length;
    if (page.next === null || left <= 0) return page.next;
    page = await store.page(filter, page.next, Math.min(left, LARGEST_PAGE));
  }
}

/** A search stops counting early for the window's sake; a script is told the whole number. */
async function exactTotal(
  host: CommandHost,
  store: InboxStore,
  filter: Filter,
  first: Page,
): Promise<number> {
  if (!first.totalIsCapped) return first.total;
  let total = 0;
  let after: string | null = null;
  do {
    const page: Page = await store.page(filter, after, LARGEST_PAGE);
    total += page.rows.length;
    after = page.next;
  } while (after !== null && !host.stop.aborted);
  return total;
}
