import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchHttp } from '../../electron/engine/http/fetch-http.ts';
import { systemClock } from '../../electron/engine/time/clock.ts';
import { failure } from '../../shared/failure.ts';
import { failed } from '../../shared/result.ts';
import { testNetwork } from '../support/test-network.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function listen(server: Server | TcpServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (answer: RequestListener) => listen(createServer(answer));

/** Answers with these characters as they are, then ends or tears the connection. */
const serveRaw = (text: string, then: 'end' | 'reset' = 'end') =>
  listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write(text, () => (then === 'end' ? socket.end() : socket.resetAndDestroy()));
      });
    }),
  );

const http = fetchHttp({
  clock: systemClock,
  timeoutMs: 5000,
  maxBytes: 1000,
  userAgent: 'quayside/test',
  network: testNetwork(),
});
const hurried = fetchHttp({
  clock: systemClock,
  timeoutMs: 150,
  maxBytes: 1000,
  userAgent: 'quayside/test',
  network: testNetwork(),
});
const get = (host: string, headers: Record<string, string> = {}) =>
  ({ method: 'GET', url: `http://${host}/box?token=hidden`, headers }) as const;
const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe('a complete answer', () => {
  it('is a value, whatever its status, with header names in lower case', async () => {
    const host = await serve((_, response) => {
      response.writeHead(503, { 'Retry-After': '7', 'Content-Type': 'text/plain' }).end('down');
    });
    const answer = await http(get(host));
    if (!answer.ok) throw new Error(answer.failure.reason);
    const { status, headers, body } = answer.value;
    expect([status, headers['retry-after'], headers['content-type'], text(body)]).toEqual([
      503,
      '7',
      'text/plain',
      'down',
    ]);
  });

  it('goes out with its method, headers and body, and with our name', async () => {
    const seen: unknown[] = [];
    const host = await serve((request, response) => {
      const { authorization, 'user-agent': agent, 'accept-encoding': encoding } = request.headers;
      request.on('data', (chunk: Buffer) => {
        seen.push([request.method, authorization, agent, encoding, chunk.toString()]);
        response.end();
      });
    });
    await http({ ...get(host, { Authorization: 'Bearer hidden' }), method: 'PUT', body: '{}' });
    expect(seen).toEqual([['PUT', 'Bearer hidden', 'quayside/test', 'identity', '{}']]);
  });

  it('keeps bytes as they came', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const host = await serve((_, response) => response.end(bytes));
    const answer = await http(get(host));
    expect(answer.ok && answer.value.body).toEqual(bytes);
  });

  it('may be a redirect, which is not followed', async () => {
    let followed = false;
    const elsewhere = await serve((_, response) => {
      followed = true;
      response.end();
    });
    const host = await serve((_, response) =>
      response.writeHead(302, { location: `http://${elsewhere}/` }).end(),
    );
    const answer = await http(get(host, { authorization: 'Bearer hidden' }));
    expect([answer.ok && answer.value.status, followed]).toEqual([302, false]);
  });

  it('may be as long as the limit and no longer', async () => {
    const host = await serve((request, response) => {
      response.end('x'.repeat(request.headers['x-length'] === '1000' ? 1000 : 1001));
    });
    const fits = await http(get(host, { 'x-length': '1000' }));
    const tooLong = await http(get(host, { 'x-length': '1001' }));
    expect([fits.ok, tooLong]).toEqual([
      true,
      failed(failure('unexpected-answer', { status: 200, detail: `${host}: larger than 1000 bytes` })),
    ]);
  });

  it('may be held shorter by a request, and never longer', async () => {
    const host = await serve((_, response) => response.end('x'.repeat(600)));
    const outcome = async (maxBytes: number) => {
      const answer = await http({ ...get(host), maxBytes });
      return answer.ok ? answer.value.body.byteLength : answer.failure.detail;
    };
    const tooLong = await serve((_, response) => response.end('x'.repeat(1001)));
    const beyond = await http({ ...get(tooLong), maxBytes: 5000 });
    expect([await outcome(600), await outcome(599), beyond.ok || beyond.failure.detail]).toEqual([
      600,
      `${host}: larger than 599 bytes`,
      `${tooLong}: larger than 1000 bytes`,
    ]);
  });

  it('that announces too much is given up before its body is read', async () => {
    let sent = 0;
    const host = await serve((_, response) => {
      response.writeHead(200, { 'content-length': String(50_000_000) });
      const more = () => {
        if (response.destroyed || sent >= 50_000_000) return;
        sent += 1_000_000;
        response.write(Buffer.alloc(1_000_000), () => setImmediate(more));
      };
      more();
    });
    const answer = await http(get(host));
    expect(answer).toEqual(
      failed(failure('unexpected-answer', { status: 200, detail: `${host}: larger than 1000 bytes` })),
    );
    expect(sent).toBeLessThan(50_000_000);
  });

  it('that never ends is given up at the limit', async () => {
    let isOpen = true;
    const host = await serve((_, response) => {
      const more = () => {
        if (isOpen) response.write('x'.repeat(600), () => setImmediate(more));
      };
      response.on('close', () => (isOpen = false));
      more();
    });
    const answer = await http(get(host));
    expect(answer.ok || answer.failure.reason).toBe('unexpected-answer');
    await expect.poll(() => isOpen).toBe(false);
  });
});

describe('an answer cut off on the way', () => {
  it.each([
    ['short of its length', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', 'end', 200],
    ['short of its length by a reset', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', 'reset', 200],
    [
      'before its last chunk',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n',
      'end',
      200,
    ],
    ['within its headers', 'HTTP/1.1 200 OK\r\nContent-Le', 'end', null],
    ['before it began', '', 'end', null],
    ['before it began by a reset', '', 'reset', null],
  ] as const)('%s is none', async (_, sent, then, status) => {
    const answer = await http(get(await serveRaw(sent, then)));
    const { reason, ...rest } = answer.ok ? { reason: null, status: null } : answer.failure;
    expect([reason, rest.status]).toEqual(['broken-off', status]);
  });
});

describe('no answer', () => {
  it('in time, to the last byte, is a time-out', async () => {
    const host = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('abc');
    });
    expect(await hurried(get(host))).toEqual(
      failed(failure('timed-out', { status: 200, detail: `${host}: no complete answer within 0.15 s` })),
    );
  });

  it('to somebody who no longer waits is a cancellation', async () => {
    const stop = new AbortController();
    const host = await serve(() => stop.abort());
    const answers = [await http(get(host), stop.signal), await http(get(host), stop.signal)];
    expect(answers).toEqual([failed(failure('cancelled')), failed(failure('cancelled'))]);
  });

  it('where nobody listens is an unreachable network', async () => {
    const host = await serve(() => undefined);
    await closers.pop()!();
    expect(await http(get(host))).toEqual(
      failed(failure('network-unreachable', { detail: `${host}: ECONNREFUSED` })),
    );
  });

  it('where the name is not known is an unreachable network', async () => {
    const answer = await http(get('quayside.invalid'));
    expect(answer.ok || answer.failure.reason).toBe('network-unreachable');
  });

  it('that is HTTP is an unexpected one', async () => {
    const host = await serveRaw('220 mail.example ESMTP\r\n');
    const answer = await http(get(host));
    expect(answer.ok || answer.failure.reason).toBe('unexpected-answer');
  });

  it.each([
    ['a proxy that wants to be signed in to', 'HTTP/1.1 407 Proxy Authentication Required'],
    ['encodings within encodings', `HTTP/1.1 200 OK\r\nContent-Encoding: ${Array(7).fill('gzip').join()}`],
  ])('but %s is an unexpected one', async (_, head) => {
    const host = await serveRaw(`${head}\r\nContent-Length: 2\r\n\r\n[]`);
    const answer = await http(get(host));
    expect(answer.ok || answer.failure.reason).toBe('unexpected-answer');
  });

  it('over TLS is a failure of TLS', async () => {
    const host = await serve((_, response) => response.end());
    const answer = await http({ ...get(host), url: `https://${host}/` });
    expect(answer.ok || answer.failure.reason).toBe('tls-failed');
  });

  it.skipIf(!hasOpenssl())(
    'that a trusted certificate signs is a certificate that is not known',
    async () => {
      let wasAsked = false;
      const server = createTlsServer(selfSigned(), () => (wasAsked = true));
      const host = await listen(server);
      const answer = await http({
        ...get(host, { authorization: 'Bearer hidden' }),
        url: `https://${host}/`,
      });
      expect([answer, wasAsked]).toEqual([
        failed(
          failure('certificate-unknown', {
            detail: `${host}: signed by “127.0.0.1” (DEPTH_ZERO_SELF_SIGNED_CERT)`,
          }),
        ),
        false,
      ]);
    },
  );

  it.each([
    ['header', get('127.0.0.1:9', { authorization: 'Bearer hidden\nagain' })],
    ['port', { ...get('127.0.0.1:9'), url: 'http://127.0.0.1:6666/' }],
    ['address', { ...get('127.0.0.1:9'), url: 'http://a:hidden@127.0.0.1:9/' }],
  ])('to a request whose %s cannot be sent names no secret', async (_, request) => {
    const host = new URL(request.url).host;
    const answer = await http(request);
    expect(answer).toEqual(
      failed(failure('config-invalid', { detail: `${host}: the request could not be formed` })),
    );
  });
});

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A key and a certificate that nobody trusts, made for this run. */
function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1';
  execFileSync('openssl', ['req', ...made.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}
