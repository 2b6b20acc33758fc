import { utilityProcess } from 'electron';
import type { EngineProcess } from './engine-link.ts';

/** Forks the engine into a process of its own. What it writes to stderr appears on the app's. */
export function forkEngine(hostPath: string): EngineProcess {
  const child = utilityProcess.fork(hostPath, [], { serviceName: 'Quayside engine', stdio: 'inherit' });
  return {
    post: (message) => child.postMessage(message),
    kill: () => void child.kill(),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
  };
}
