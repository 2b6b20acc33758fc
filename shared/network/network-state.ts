import { z } from 'zod';
import { failureSchema } from '../failure.ts';

/** How calls get out of the network, for a person to read: no password in it. */
export const networkStateSchema = z.object({
  /** The office's file, and what it sets; nobody changes that in the app. */
  office: z.object({
    file: z.string(),
    proxy: z.boolean(),
    caFile: z.boolean(),
    /** Why the file cannot be used; null where it can, or is not there. */
    failure: failureSchema.nullable(),
  }),
  /** What holds: `system`, `none` or the proxy's `host:port`. */
  proxy: z.string(),
  caFile: z.string().nullable(),
  /** Why the certificates cannot be used; null where they can. */
  caFailure: failureSchema.nullable(),
  /** What holds in place of the system's settings, because the environment says so: `HTTPS_PROXY`'s `host:port`. */
  environment: z.string().nullable(),
  /** How many roots the operating system gave. */
  systemRoots: z.number().int(),
});
export type NetworkState = z.infer<typeof networkStateSchema>;
