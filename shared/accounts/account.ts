import { z } from 'zod';
import { instantSchema } from '../notification.ts';
import { environmentSchema } from './environment.ts';
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

const hmrc = {
  ...common,
  clientId: z.string().min(1).max(200),
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

export const accountSchema = z.discriminatedUnion('source', [ppnsAccountSchema, cdsAccountSchema]);

export type PpnsAccount = z.infer<typeof ppnsAccountSchema>;
export type CdsAccount = z.infer<typeof cdsAccountSchema>;
/** One set of credentials at one source, its secrets as references only. */
export type Account = z.infer<typeof accountSchema>;

/** An account with its secrets in the clear, for the shell and the engine only. */
export type SignedInAccount<A extends Account = Account> = A extends Account
  ? Omit<A, 'clientSecret'> & { readonly clientSecret: string }
  : never;
