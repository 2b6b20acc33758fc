import type { Session } from 'electron';
import type { CallEngine } from './engine-link.ts';

/** Answers the engine's question what the system's proxy settings, a PAC file among them, say of an address. */
export const createSystemProxy =
  (session: () => Session, callEngine: CallEngine) =>
  async (ask: number, url: string): Promise<void> => {
    const answer = await session()
      .resolveProxy(url)
      .catch(() => null);
    await callEngine('proxyFound', { ask, answer });
  };
