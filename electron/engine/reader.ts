import type { Reader } from './inbox/intake.ts';
import { sourceNamed } from './sources/registry.ts';

/** Reads a payload with the decoder of the source that it came from. */
export const reader: Reader = {
  version: (source) => sourceNamed(source).decoder.version,
  read: ({ source, bytes, contentType, envelope }) =>
    sourceNamed(source).decoder.decode(bytes, { contentType, envelope }),
};
