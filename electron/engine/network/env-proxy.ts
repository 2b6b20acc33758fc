import { failed, ok, type Result } from '../../../shared/result.ts';
import { exceptEntries, exceptFrom, type Except } from './except-list.ts';
import { parseProxyAddress } from './proxy-address.ts';
import type { Proxy } from './way.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for https, in small or capital letters as other programs read it, and what goes
 * past it; null where it names none. The failure names the variable and never its value.
 */
export function envProxy(
  env: Env,
): Result<{ readonly proxy: Proxy; readonly except: Except }, string> | null {
  const name = PROXY_NAMES.find((each) => (env[each] ?? '').trim() !== '');
  if (name === undefined) return null;
  const proxy = parseProxyAddress((env[name] ?? '').trim());
  if (!proxy.ok) return failed(`the variable ${name} ${proxy.failure}`);
  return ok({
    proxy: proxy.value,
    except: exceptFrom(exceptEntries(env['no_proxy'] ?? env['NO_PROXY'] ?? '')),
  });
}

const PROXY_NAMES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
