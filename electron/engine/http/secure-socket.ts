import { isIP, type Socket } from 'node:net';
import { connect, TLSSocket, type SecureContext } from 'node:tls';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { seenCertificate, type SeenCertificate } from './certificate-words.ts';
import { endAt } from './deadline.ts';

/** Why no TLS came about, and the certificate that answered, where one did. */
export interface SecureFault {
  readonly error: unknown;
  readonly seen: SeenCertificate | null;
}

export interface SecureSocketOptions {
  /** Whose certificate it must be. */
  readonly host: string;
  readonly context: SecureContext;
  readonly deadline: AbortSignal;
}

/**
 * TLS over a connection that stands. Node verifies chain and name, as always; of a certificate that it refuses, only
 * the names are kept. The socket is destroyed where it fails.
 */
export function secureSocket(
  socket: Socket,
  { host, context, deadline }: SecureSocketOptions,
): Promise<Result<TLSSocket, SecureFault>> {
  return new Promise((resolve) => {
    const name = isIP(host) === 0 ? { servername: host } : {};
    const secure = connect({ socket, host, secureContext: context, ALPNProtocols: ['http/1.1'], ...name });
    let seen: SeenCertificate | null = null;
    // Node ends a connection that it does not trust by this call; after it the certificate can no longer be asked for.
    secure.destroy = (error) => {
      if (error !== undefined) seen ??= seenCertificate(secure.getPeerCertificate(true));
      TLSSocket.prototype.destroy.call(secure, error);
      return secure;
    };
    const release = endAt(deadline, secure);
    // It stays: between two owners a broken connection has nobody else to tell.
    secure.on('error', (error: unknown) => {
      release();
      socket.destroy();
      resolve(failed({ error, seen }));
    });
    secure.once('secureConnect', () => {
      release();
      Reflect.deleteProperty(secure, 'destroy');
      resolve(ok(secure));
    });
  });
}
