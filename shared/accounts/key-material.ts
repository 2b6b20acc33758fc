import { z } from 'zod';
import { instantSchema } from '../notification.ts';

/** No key file of any use is larger. */
export const MOST_KEY_BYTES = 65_536;
const base64 = z.base64().max(Math.ceil(MOST_KEY_BYTES / 3) * 4 + 4);

/**
 * A signing key on its way to where it is opened: the bytes of its file with the password, and the certificate where
 * that is a file of its own. As JSON text it is the secret of an account whose source signs. Once it was imported
 * `key` is the bare key as PKCS#8 PEM and there is no password any more.
 */
export const keyMaterialSchema = z.strictObject({
  key: base64,
  password: z.string().max(1000).nullable(),
  certificate: base64.nullable(),
});
export type KeyMaterial = z.infer<typeof keyMaterialSchema>;

/** What may be shown of a key. */
export const keyInfoSchema = z.object({
  /** Such as `RSA, 2048 bits`. */
  kind: z.string(),
  /** Of the certificate; null where the file holds none. */
  subject: z.string().nullable(),
  expiresAt: instantSchema.nullable(),
  /** SHA-1 of the certificate, 40 capital hexadecimal digits: by it J.P. Morgan knows the key. */
  thumbprint: z.string().nullable(),
});
export type KeyInfo = z.infer<typeof keyInfoSchema>;
