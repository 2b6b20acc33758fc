import { z } from 'zod';
import { secretRefSchema } from '../accounts/secret-ref.ts';

/** A name or an address, without scheme and port. */
const hostSchema = z
  .string()
  .min(1)
  .max(253)
  .regex(/^[^\s/@:]+$|^[0-9a-f:.]+$/i, 'use the name or address alone, without http:// and without a port');

/**
 * What is called straight although there is a proxy, in the form of `NO_PROXY`: `office.example` (with what lies below
 * it), `*.office.example`, `10.0.0.0/8`, `host:8443`, `*`.
 */
const exceptSchema = z.array(z.string().min(1).max(253)).max(200);

/** A proxy that a person or an office has named. */
const namedProxySchema = z.strictObject({
  host: hostSchema,
  port: z.number().int().min(1).max(65_535),
  /** Whether the proxy itself is spoken to over TLS; plain where absent. */
  secure: z.boolean().optional(),
  name: z.string().min(1).max(200).optional(),
  password: secretRefSchema.optional(),
  except: exceptSchema.optional(),
});

/** `system`: as this computer is set, `none`: straight, or a proxy of this name. */
const proxyChoiceSchema = z.union([z.enum(['system', 'none']), namedProxySchema]);

/**
 * How calls get out of an office's network: one schema for the settings, the `network` member of an accounts file and
 * that of the policy file.
 */
export const networkSettingsSchema = z.strictObject({
  proxy: proxyChoiceSchema.optional(),
  /** A file of certificates (PEM or DER) that are trusted beside those of this computer. */
  caFile: z.string().min(1).max(4000).optional(),
});
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;

/** A proxy with its password in the clear: never leaves the engine and the shell's port to it. */
export const openedProxySchema = z.strictObject({
  ...namedProxySchema.omit({ password: true }).shape,
  password: z.string().nullable(),
});
export type OpenedProxy = z.infer<typeof openedProxySchema>;

/** Network settings as the engine takes them: nothing left to look up. */
export const openedNetworkSchema = z.strictObject({
  proxy: z.union([z.enum(['system', 'none']), openedProxySchema]).optional(),
  caFile: z.string().optional(),
});
export type OpenedNetwork = z.infer<typeof openedNetworkSchema>;
