import { beforeAll, describe, expect, it, vi } from 'vitest';
import { EVENT_CHANNEL } from '../shared/bridge-names.ts';
import { bridgeCalls, type Bridge, type BridgeEvent } from '../shared/bridge.ts';

interface FakeElectron {
  readonly exposed: Record<string, unknown>;
  readonly invoked: unknown[][];
  readonly heard: Record<string, (event: unknown, told: unknown) => void>;
}
const electron = vi.hoisted((): FakeElectron => ({ exposed: {}, invoked: [], heard: {} }));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => (electron.exposed[name] = api),
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      electron.invoked.push(args);
      return 'the answer';
    },
    on: (channel: string, listener: (event: unknown, told: unknown) => void) =>
      (electron.heard[channel] = listener),
  },
}));

const theEvent = { sender: 'must not leak' };
const tell = (told: BridgeEvent) => electron.heard[EVENT_CHANNEL]?.(theEvent, told);
const bridge = () => electron.exposed['quayside'] as Bridge;

beforeAll(async () => {
  await import('./preload.ts');
});

describe('the preload script', () => {
  it('exposes one object with a function for each call, a subscription, and nothing else', () => {
    const kinds = new Set(Object.values(bridge()).map((member) => typeof member));
    expect([Object.keys(electron.exposed), Object.keys(bridge()).sort(), [...kinds]]).toEqual([
      ['quayside'],
      [...Object.keys(bridgeCalls), 'onEvent'].sort(),
      ['function'],
    ]);
  });

  it('sends a call on its own channel, and on no other', async () => {
    const call = bridge().notification as (...args: unknown[]) => Promise<unknown>;
    expect(await call({ id: '7' }, 'quayside:call:status')).toBe('the answer');
    expect(electron.invoked).toEqual([['quayside:call:notification', { id: '7' }]]);
  });

  it('hears one channel, keeps what comes early, and hands on no event object', () => {
    const seen: unknown[][] = [];
    const listener = (...args: unknown[]) => void seen.push(args);
    tell({ event: 'open', notification: '42' });
    const end = bridge().onEvent(listener);
    tell({ event: 'status' });
    end();
    tell({ event: 'shell' });
    expect([Object.keys(electron.heard), seen]).toEqual([
      [EVENT_CHANNEL],
      [[{ event: 'open', notification: '42' }], [{ event: 'status' }]],
    ]);
  });

  it('ends each of two subscriptions by itself', () => {
    let count = 0;
    const listener = () => void (count += 1);
    const ends = [bridge().onEvent(listener), bridge().onEvent(listener)];
    count = 0;
    ends[0]?.();
    tell({ event: 'status' });
    ends[1]?.();
    expect(count).toBe(1);
  });
});
