import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, appFileFor, type AppFiles } from './app-files.ts';

/** Only our own files; no inline script, no eval, no request to anywhere. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the window's files to one session; anything else is not found. */
export function serveAppFiles(session: Session, files: AppFiles): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? appFileFor(files, request.url) : null;
    const body = file === null ? null : await readFile(file.path).catch(() => null);
    if (file === null || body === null) {
      const headers = { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' };
      return new Response('Not found', { status: 404, headers });
    }
    return new Response(new Uint8Array(body), {
      headers: { ...SECURITY_HEADERS, 'content-type': file.contentType },
    });
  });
}
