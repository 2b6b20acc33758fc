import type { Thread } from '../../../../shared/thread.ts';
import { notificationLine } from '../../export/notification-line.ts';
import { gapSentence } from '../../export/open-gap.ts';
import { openGaps } from '../../inbox/open-gaps.ts';
import { threadOf } from '../../thread-of.ts';
import { withExistingArchive } from '../archive.ts';
import type { CommandHost } from '../command-host.ts';
import type { ExitStatus } from '../exit-status.ts';

export interface ShowRequest {
  readonly directory: string;
  readonly id: string;
}

/**
 * One notification on one line, with its history, the timeline of its thread and what has become of the declaration;
 * with `gaps` where its account may have missed something.
 */
export function show(host: CommandHost, { directory, id }: ShowRequest): Promise<ExitStatus> {
  return withExistingArchive(host, directory, async (store) => {
    const detail = await store.notification(id);
    const thread = detail === null ? null : await threadOf(store, id);
    if (detail === null || thread === null) return unknownId(host, directory, id);
    const gaps = openGaps(await store.gaps(), { accounts: [detail.account] });
    await host.output.line({
      ...notificationLine(detail, detail.facts),
      remoteId: detail.remoteId,
      contentType: detail.contentType,
      payloadBytes: detail.payloadBytes,
      history: detail.history,
      thread: timeline(thread),
      threadStatus: thread.status,
      ...(gaps.length > 0 && { gaps }),
    });
    for (const gap of gaps) host.output.say(gapSentence(gap));
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

/** The timeline as one line's field: oldest first. */
const timeline = (thread: Thread) =>
  thread.entries
    .map(({ id, ids, type, functionCode, statusCode, title, attention, issuedAt, receivedAt, state }) => ({
      id,
      ids,
      type,
      functionCode,
      statusCode,
      title,
      attention,
      issuedAt,
      receivedAt,
      state,
    }))
    .reverse();
