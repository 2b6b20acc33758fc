import type { Duplex } from 'node:stream';

/** Destroys a socket as timed out when `deadline` aborts. The returned function ends that watch. */
export function endAt(deadline: AbortSignal, socket: Duplex): () => void {
  const end = () => {
    socket.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' }));
  };
  if (deadline.aborted) end();
  deadline.addEventListener('abort', end, { once: true });
  return () => deadline.removeEventListener('abort', end);
}
