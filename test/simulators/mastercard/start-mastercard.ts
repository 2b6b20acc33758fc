import { serve } from '../wire/serve.ts';
import { CONTEXT } from './contract.ts';
import { mastercardCore, type MastercardOptions, type MastercardSimulator } from './mastercard.ts';

export interface RunningMastercard extends MastercardSimulator {
  /** `http://127.0.0.1:PORT/commercial-event-notifications`, as Mastercard names its addresses. */
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** Plays Mastercard's Commercial Event Notifications on 127.0.0.1. `port` is any free one where absent. */
export async function startMastercardSimulator(
  options: MastercardOptions & { readonly port?: number } = {},
): Promise<RunningMastercard> {
  const { simulator, receive } = mastercardCore(options);
  const server = serve(({ method = 'GET', url: target = '/', rawHeaders }, body) => {
    return receive({ method, scheme: 'http', target, rawHeaders, body });
  }, options.port);
  await server.listening;
  return { ...simulator, baseUrl: `${server.origin()}${CONTEXT}`, close: () => server.close() };
}
