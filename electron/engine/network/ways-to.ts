import { failure, type Failure } from '../../../shared/failure.ts';
import type { OpenedNetwork, OpenedProxy } from '../../../shared/network/network-settings.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { envProxy, type Env } from './env-proxy.ts';
import { exceptFrom } from './except-list.ts';
import { readSystemAnswer } from './system-answer.ts';
import type { Proxy, Way } from './way.ts';

/** The system's answer for an https address, as a PAC file words it: `PROXY proxy:3128; DIRECT`. */
export type AskSystem = (url: string) => Promise<Result<string, Failure>>;

export interface WaysToOptions {
  readonly host: string;
  readonly port: number;
  readonly proxy: NonNullable<OpenedNetwork['proxy']>;
  readonly env: Env;
  readonly askSystem: AskSystem | undefined;
}

/**
 * The ways to a host, the first to be tried first. This computer itself is always reached straight. `system` means the
 * environment where it names a proxy, since somebody set that for this program, and else what the system is set to.
 */
export async function waysTo(options: WaysToOptions): Promise<Result<readonly Way[], Failure>> {
  const { host, port, proxy } = options;
  if (isLoopback(host) || proxy === 'none') return ok([null]);
  if (proxy !== 'system') return ok([exceptFrom(proxy.except ?? [])(host, port) ? null : named(proxy)]);
  const env = envProxy(options.env);
  if (env !== null) {
    return env.ok
      ? ok([env.value.except(host, port) ? null : env.value.proxy])
      : failed(failure('proxy-unusable', { detail: env.failure }));
  }
  return options.askSystem === undefined
    ? ok([null])
    : bySystem(await options.askSystem(urlOf(host, port)), host);
}

function bySystem(answer: Result<string, Failure>, host: string): Result<readonly Way[], Failure> {
  if (!answer.ok) return answer;
  const { ways, unusable } = readSystemAnswer(answer.value);
  if (ways.length > 0) return ok(ways);
  const detail = `the system’s settings name ${unusable.join(', ')} for ${host}`;
  return failed(failure('proxy-unusable', { detail }));
}

const named = ({ host, port, secure, name, password }: OpenedProxy): Proxy => ({
  host,
  port,
  secure: secure ?? false,
  credentials:
    name === undefined && password === null ? null : { name: name ?? '', password: password ?? '' },
});

const urlOf = (host: string, port: number): string =>
  `https://${host.includes(':') ? `[${host}]` : host}${port === 443 ? '' : `:${port}`}/`;

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;
const isLoopback = (host: string): boolean => LOOPBACK.test(host);
