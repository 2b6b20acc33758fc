import type { PollContext, Received } from '../source.ts';
import { contentDigest, versionId } from './notification-row.ts';

/**
 * The notifications under the identities that they are kept by, in the order given: one whose id is held with another content,
 * or stands twice among these with different contents, is another message, and both are kept. `rows` are as they are
 * written down.
 */
export async function asVersions(
  context: Pick<PollContext, 'held'>,
  rows: readonly Received[],
): Promise<readonly Received[]> {
  if (rows.length === 0) return rows;
  const held = await context.held([...new Set(rows.map(({ remoteId }) => remoteId))]);
  const contents = new Map([...held].map(([id, payload]) => [id, contentDigest(payload)]));
  return rows.map((row) => {
    const content = contentDigest(row.payload);
    const first = contents.get(row.remoteId);
    if (first === undefined) contents.set(row.remoteId, content);
    return first === undefined || first === content
      ? row
      : { ...row, remoteId: versionId(row.remoteId, content) };
  });
}
