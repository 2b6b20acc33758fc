import { z } from 'zod';
import { parseUrl } from '../parse-url.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** A base URL: https, or plain http to this machine alone. */
export const baseUrlSchema = z
  .url()
  .max(500)
  .refine(isSafe, 'use https (plain http is accepted for 127.0.0.1 and localhost only)')
  .refine(
    (url) => (parseUrl(url)?.username ?? '') === '',
    'leave user names and passwords out of the address',
  );

/** `sandbox`, `production`, or a base URL as the source's documentation names it. */
export const environmentSchema = z.union([
  z.enum(['sandbox', 'production']),
  z.strictObject({ baseUrl: baseUrlSchema, tokenUrl: baseUrlSchema.optional() }),
]);
export type Environment = z.infer<typeof environmentSchema>;

function isSafe(text: string): boolean {
  const url = parseUrl(text);
  if (url === null) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}
