import { z } from 'zod';
import { secretRefSchema } from './secret-ref.ts';

/**
 * Where a signing key is kept: a PKCS#12 or PEM file (relative to the accounts file) with its password, an
 * environment variable that holds PEM text, the app's own safe storage, or, with a warning, the PEM text itself.
 */
export const keyRefSchema = z.union([
  z.string().min(1).max(20_000),
  z.strictObject({ file: z.string().min(1), password: secretRefSchema.optional() }),
  z.strictObject({ env: z.string().min(1), password: secretRefSchema.optional() }),
  z.strictObject({ stored: z.literal(true) }),
]);
export type KeyRef = z.infer<typeof keyRefSchema>;
