import { app, utilityProcess } from 'electron';
import type { EngineProcess } from './engine-link.ts';

/** Forks the engine into a process of its own. What it writes to stderr appears on the app's. */
export function forkEngine(hostPath: string): EngineProcess {
  const child = utilityProcess.fork(hostPath, [], { serviceName: 'Quayside engine', stdio: 'inherit' });
  return {
    post: (message) => child.postMessage(message),
    kill: () => killAtOnce(child),
    isAtWork: () => isAtWork(child.pid),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
  };
}

/** Electron's own kill asks with SIGTERM, which a process that is stopped does not hear until somebody wakes it. */
function killAtOnce(child: Electron.UtilityProcess): void {
  try {
    if (child.pid === undefined) child.kill();
    else process.kill(child.pid, 'SIGKILL');
  } catch {
    // It is gone already, and its exit is told.
  }
}

/** Chromium counts from one question to the next. What is not in its list yet is taken to be at work. */
function isAtWork(pid: number | undefined): boolean {
  const metric = app.getAppMetrics().find((one) => one.pid === pid);
  return metric === undefined || metric.cpu.percentCPUUsage > 0;
}
