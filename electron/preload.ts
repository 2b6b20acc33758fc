import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_CALL_NAMES, CALL_CHANNEL_PREFIX, EVENT_CHANNEL } from '../shared/bridge-names.ts';
import type { BridgeEvent } from '../shared/bridge.ts';

type Listener = (event: BridgeEvent) => void;

/** The window's one way out: a function for each call of the contract, and a subscription that returns its own end. */
const calls = BRIDGE_CALL_NAMES.map((name) => [
  name,
  (params: unknown): Promise<unknown> => ipcRenderer.invoke(`${CALL_CHANNEL_PREFIX}${name}`, params ?? null),
]);

contextBridge.exposeInMainWorld('quayside', { ...Object.fromEntries(calls), onEvent });

const listeners = new Set<Listener>();
/** What came before the page was listening, such as the click on an alert that started it. */
let early: BridgeEvent[] = [];
const MOST_EARLY = 50;

ipcRenderer.on(EVENT_CHANNEL, (_event, told: BridgeEvent) => {
  if (listeners.size === 0) early = [...early, told].slice(-MOST_EARLY);
  for (const listener of [...listeners]) listener(told);
});

function onEvent(listener: Listener): () => void {
  // A subscription of its own each time, so that two of the same function end apart.
  const subscription: Listener = (event) => listener(event);
  listeners.add(subscription);
  for (const event of early.splice(0)) subscription(event);
  return () => void listeners.delete(subscription);
}
