import { failure, type Failure } from '../../shared/failure.ts';
import { parseUrl } from '../../shared/parse-url.ts';
import { failed, ok, type Result } from '../../shared/result.ts';

/**
 * The address to hand to the person's browser, as the URL parser wrote it; or why it may not be opened. Only
 * https at the hosts of the government's own services: guidance, the developer hub, status pages.
 */
export function checkLink(text: string): Result<string, Failure> {
  const url = parseUrl(text);
  if (url === null) return refused('not an address');
  if (url.protocol !== 'https:') return refused('not https');
  if (url.username !== '' || url.password !== '') return refused('a user name in the address');
  if (url.port !== '') return refused('an unusual port');
  if (!isAllowedHost(url.hostname))
    return refused(`${url.hostname} is not on the list of sites that may be opened`);
  return ok(url.href);
}

const HOSTS: ReadonlySet<string> = new Set(['www.gov.uk', 'gov.uk', 'developer.service.hmrc.gov.uk']);
const DOMAINS = ['.service.gov.uk', '.service.hmrc.gov.uk'];

const isAllowedHost = (host: string): boolean =>
  HOSTS.has(host) || DOMAINS.some((domain) => host.endsWith(domain));

const refused = (why: string): Result<never, Failure> =>
  failed(failure('invalid-input', { detail: `url: ${why}` }));
