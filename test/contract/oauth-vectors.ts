import type { JsonWebKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One call and what it was signed as, by the source's own client. */
export interface OAuthVector {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly body: string | null;
  readonly consumerKey: string;
  readonly nonce: string;
  readonly timestamp: number;
  readonly bodyHash: string;
  readonly parameterString: string;
  readonly signatureBaseString: string;
  readonly authorizationHeader: string;
  readonly rfc5849StrictBaseString: string;
}

const FILE = fileURLToPath(
  new URL('../../../shared/facts/samples/mastercard/oauth1-test-vectors.json', import.meta.url),
);

/** Whether the recorded signatures are kept beside the checkout; without them there are no vectors. */
export const areVectorsThere = existsSync(FILE);
if (!areVectorsThere) console.info(`Skipped: the recorded signatures are not at ${FILE}`);

export const { vectors, throwAwayTestKeyJwk } = (
  areVectorsThere ? JSON.parse(readFileSync(FILE, 'utf8')) : { vectors: [] }
) as { readonly vectors: readonly OAuthVector[]; readonly throwAwayTestKeyJwk: JsonWebKey };
