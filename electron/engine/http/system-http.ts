import type { Network } from '../network/network.ts';
import { systemClock } from '../time/clock.ts';
import { fetchHttp } from './fetch-http.ts';
import type { Http } from './http.ts';

/** HMRC's gateway gives up after 29 s and answers at most 10 MB; a little more lets its own error reach us. */
export const systemHttp = (network: Network): Http =>
  fetchHttp({
    clock: systemClock,
    timeoutMs: 40_000,
    maxBytes: 64 * 1024 * 1024,
    userAgent: 'Quayside/0.1 (customs notification inbox)',
    network,
  });
