import type { Reader } from './inbox/intake.ts';
import { toInstant } from './time/clock.ts';
import { sourceNamed } from './sources/registry.ts';

/** Reads a payload with the decoder of the source that it came from. */
export const reader: Reader = {
  version: (source) => sourceNamed(source).decoder.version,
  read: ({ source, bytes, contentType, envelope, createdAt }) => {
    const parts = sourceNamed(source).decoder.decode(bytes, { contentType, envelope });
    if (createdAt === null) return parts;
    // A message that bears no date of its own is as old as its source says.
    return parts.map(({ facts, searchText }) => ({
      facts: { ...facts, issuedAt: facts.issuedAt ?? toInstant(createdAt) },
      searchText,
    }));
  },
};
