import { connect, type Socket } from 'node:net';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { endAt } from './deadline.ts';

/** A TCP connection, by whichever of the host's addresses answers; the failure is what Node threw. */
export function plainSocket(
  host: string,
  port: number,
  deadline: AbortSignal,
): Promise<Result<Socket, unknown>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, autoSelectFamily: true, noDelay: true });
    const release = endAt(deadline, socket);
    // It stays: between two owners a broken connection has nobody else to tell.
    socket.on('error', (error) => {
      release();
      resolve(failed(error));
    });
    socket.once('connect', () => {
      release();
      socket.setKeepAlive(true, KEEP_ALIVE_MS);
      resolve(ok(socket));
    });
  });
}

const KEEP_ALIVE_MS = 60_000;
