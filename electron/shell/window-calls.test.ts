import type { WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { bridgeCalls } from '../../shared/bridge.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import type { ShellCalls } from './call-answer.ts';
import { answerWindowCalls } from './window-calls.ts';

type Handler = (event: unknown, params: unknown) => unknown;

const ipcMain = vi.hoisted(() => ({
  handlers: new Map<string, Handler>(),
  listeners: ['electron-store-get-data'],
}));

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: Handler) => ipcMain.handlers.set(channel, handler),
    removeAllListeners: () => (ipcMain.listeners = []),
  },
}));

const mainFrame = { url: 'app://quayside/index.html', parent: null, routingId: 1, processId: 1 };
const page = { mainFrame, isDestroyed: () => false } as unknown as WebContents;
const log: string[] = [];
answerWindowCalls({
  page: () => page,
  callEngine: async () => ok(null) as never,
  shellCalls: { preferences: async () => ok('mine') } as unknown as ShellCalls,
  log: (line) => log.push(line),
});

describe('the shell’s channels', () => {
  it('are one for each call of the bridge, and none that a library brought', () => {
    const channels = Object.keys(bridgeCalls).map((name) => `quayside:call:${name}`);
    expect([[...ipcMain.handlers.keys()].sort(), ipcMain.listeners]).toEqual([channels.sort(), []]);
  });

  it('answer the window, and nobody else', async () => {
    const ask = ipcMain.handlers.get('quayside:call:preferences');
    expect([
      await ask?.({ sender: page, senderFrame: mainFrame }, null),
      await ask?.({ sender: page, senderFrame: null }, null),
      await ask?.({ sender: {}, senderFrame: mainFrame }, null),
    ]).toEqual([
      ok('mine'),
      ...Array(2).fill(failed(failure('invalid-input', { detail: 'not from the window' }))),
    ]);
    expect(log).toHaveLength(2);
  });
});
