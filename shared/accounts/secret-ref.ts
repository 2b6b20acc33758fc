import { z } from 'zod';

/**
 * Where a secret is kept: an environment variable, a file (relative to the accounts file), the app's own
 * safe storage, or, with a warning, the text itself.
 */
export const secretRefSchema = z.union([
  z.string().min(1).max(4000),
  z.strictObject({ env: z.string().min(1) }),
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ stored: z.literal(true) }),
]);
export type SecretRef = z.infer<typeof secretRefSchema>;
