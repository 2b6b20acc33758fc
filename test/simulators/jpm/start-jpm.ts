import type { IncomingMessage } from 'node:http';
import { serve } from '../wire/serve.ts';
import { CONTEXT, TOKEN_PATH, type JpmRequest } from './contract.ts';
import { jpmCore, type JpmOptions, type JpmSimulator } from './jpm.ts';

export interface RunningJpm extends JpmSimulator {
  /** `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string;
  /** `http://127.0.0.1:PORT/adfs/oauth2/token`; what `aud` must be. */
  readonly tokenUrl: string;
  close(): Promise<void>;
}

/** Plays J.P. Morgan's Notifications API and its token endpoint on 127.0.0.1. `port` is any free one where absent. */
export async function startJpmSimulator(
  options: JpmOptions & { readonly port?: number } = {},
): Promise<RunningJpm> {
  const tokenUrl = () => `${server.origin()}${TOKEN_PATH}`;
  const { simulator, receive } = jpmCore(options, tokenUrl);
  const server = serve((incoming, body) => receive(requestOf(incoming, body)), options.port);
  await server.listening;
  return {
    ...simulator,
    baseUrl: `${server.origin()}${CONTEXT}`,
    tokenUrl: tokenUrl(),
    close: () => server.close(),
  };
}

function requestOf(incoming: IncomingMessage, body: Buffer): JpmRequest {
  const url = new URL(incoming.url ?? '/', 'http://jpm.invalid');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body,
  };
}
