import { parseUrl } from '../../../shared/parse-url.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { Proxy } from './way.ts';

/**
 * A proxy as `HTTPS_PROXY` names it: `http://name:password@proxy.office:3128`, `https://…` for one that is spoken to
 * over TLS, or `proxy.office:3128`. The failure says what is wrong and repeats nothing, since a password may be in it.
 */
export function parseProxyAddress(text: string): Result<Proxy, string> {
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url === null || url.hostname === '')
    return failed('is not the address of a proxy, such as http://proxy:3128');
  const secure = url.protocol === 'https:';
  if (!secure && url.protocol !== 'http:') {
    return failed(`names a ${url.protocol.slice(0, -1)} proxy, and Quayside speaks to HTTP proxies alone`);
  }
  const name = decoded(url.username);
  const password = decoded(url.password);
  if (name === null || password === null)
    return failed('has a percent sign in its name or password that is not %25');
  return ok({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    secure,
    credentials: name === '' && password === '' ? null : { name, password },
  });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
