import { z } from 'zod';
import { instantSchema } from '../notification.ts';
import { environmentSchema } from './environment.ts';
import { keyInfoSchema } from './key-material.ts';
import { keyRefSchema } from './key-ref.ts';
import { secretRefSchema } from './secret-ref.ts';

const common = {
  /** Short, stable, the person's own; names the account in the command's output. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'use letters, digits, dot, dash and underscore, 64 at most'),
  name: z.string().min(1).max(80),
  environment: environmentSchema,
  paused: z.boolean().optional(),
  /** When the account was added: what is older counts as backfill and raises no alert of its own. */
  addedAt: instantSchema.optional(),
  /** The application's limit in calls a second. HMRC gives 3 and, to CDS users who ask, 8. */
  callsPerSecond: z.number().min(0.1).max(8).optional(),
};

/** A name that is copied from a page, often with the end of its line. */
const copied = (longest: number) => z.string().trim().min(1).max(longest);

const hmrc = {
  ...common,
  clientId: copied(200),
  clientSecret: secretRefSchema,
};

export const ppnsAccountSchema = z.strictObject({
  ...hmrc,
  source: z.literal('hmrc-ppns'),
  /** A UUID as Java reads it: HMRC does not look at its version digits. */
  boxId: z.guid(),
  /** HMRC's 10 s guideline names "the endpoint": `client` shares it over all boxes, `box` gives each box its own. */
  listLimitPer: z.enum(['client', 'box']).optional(),
});

export const cdsAccountSchema = z.strictObject({ ...hmrc, source: z.literal('hmrc-cds') });

/** Printable, and nothing that could end a quoted header value. */
const HEADER_SAFE = /^[\x21\x23-\x2b\x2d-\x7e]+$/;

export const mastercardAccountSchema = z.strictObject({
  ...common,
  source: z.literal('mastercard-cen'),
  consumerKey: z
    .string()
    .max(300)
    .regex(HEADER_SAFE, 'copy the consumer key from the Mastercard Developers project'),
  signingKey: keyRefSchema,
  /** What the imported key says of itself, to warn before its certificate runs out. */
  keyInfo: keyInfoSchema.optional(),
});

/** 8 to 12 digits; it may begin with 0, so it is text. */
const entityId = z.string().regex(/^\d{8,12}$/, 'use the 8 to 12 digits of the entity');

export const jpmAccountSchema = z.strictObject({
  ...common,
  source: z.literal('jpm-notifications'),
  clientId: copied(200),
  /** Given at onboarding, such as `JPMC:URI:RS-…`; tells test from production. */
  resource: copied(300),
  signingKey: keyRefSchema,
  /** The certificate registered for the key; may be left out where the key file holds it. */
  certificate: keyRefSchema.optional(),
  keyInfo: keyInfoSchema.optional(),
  entityId,
  entityType: z.enum(['MERCHANT', 'PLATFORM', 'CLIENT', 'ACCOUNT', 'EMBEDDED_PLATFORM', 'CONSUMER']),
  parentEntityId: entityId.optional(),
  parentEntityType: z.enum(['PLATFORM', 'EMBEDDED_PLATFORM']).optional(),
  /** Where the day range and status go: J.P. Morgan's own sources conflict. Absent: both, and what works is learnt. */
  filterStyle: z.enum(['headers', 'query', 'both']).optional(),
});

export const accountSchema = z.discriminatedUnion('source', [
  ppnsAccountSchema,
  cdsAccountSchema,
  mastercardAccountSchema,
  jpmAccountSchema,
]);

export type PpnsAccount = z.infer<typeof ppnsAccountSchema>;
export type CdsAccount = z.infer<typeof cdsAccountSchema>;
export type MastercardAccount = z.infer<typeof mastercardAccountSchema>;
export type JpmAccount = z.infer<typeof jpmAccountSchema>;
/** One set of credentials at one source, its secrets as references only. */
export type Account = z.infer<typeof accountSchema>;

/** The members of an account that say where its secret is kept. */
export type SecretField = 'clientSecret' | 'signingKey' | 'certificate';

/**
 * An account with its secret in the clear, for the shell and the engine only: the client secret itself, or the JSON
 * text of a `KeyMaterial` where the source signs.
 */
export type SignedInAccount<A extends Account = Account> = A extends Account
  ? A & { readonly secret: string }
  : never;
