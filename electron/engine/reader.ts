import type { SourceName } from '../../shared/accounts/source-name.ts';
import type { SourceReader } from './inbox/reread.ts';
import type { Sources } from './sources/registry.ts';
import type { Source } from './sources/source.ts';
import { toInstant } from './time/clock.ts';

/**
 * Reads a payload with the decoder of the source that it came from. What a source left that this Quayside does not
 * have counts as read by version 0, so that it is read again where the source is back.
 */
export function readerOf(sources: Sources): SourceReader {
  const known = new Map(Object.entries(sources) as [SourceName, Source][]);
  return {
    sources: [...known.keys()],
    version: (source) => known.get(source)?.decoder.version ?? 0,
    read: ({ source, bytes, contentType, envelope, createdAt }) => {
      const parts = known.get(source)?.decoder.decode(bytes, { contentType, envelope }) ?? [];
      if (createdAt === null) return parts;
      // A message that bears no date of its own is as old as its source says.
      return parts.map(({ facts, searchText }) => ({
        facts: { ...facts, issuedAt: facts.issuedAt ?? toInstant(createdAt) },
        searchText,
      }));
    },
  };
}
