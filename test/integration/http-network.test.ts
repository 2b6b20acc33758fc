import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import type { Issued } from '../support/network/certificate-authority.ts';
import { API, createOfficeNetwork, hello, named } from '../support/network/office-network.ts';

const network = createOfficeNetwork();
const { office, world, folder, worldFile, officeFile, source, proxyTo, client, clientOf } = network;
afterEach(network.close);
afterAll(network.remove);

describe('a call', () => {
  it('goes through the proxy that is named, and says so', async () => {
    const proxy = await proxyTo(await source(world.issue('api.hmrc.test')));
    const call = client(named(proxy.port));
    expect([await call(API), proxy.targets]).toEqual([
      ['hello api.hmrc.test', `127.0.0.1:${proxy.port}`],
      ['api.hmrc.test:443'],
    ]);
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])('goes through the proxy of %s', async (name) => {
    const proxy = await proxyTo(await source(world.issue('api.hmrc.test')), { credentials: 'ann:p@ss' });
    const env = {
      NODE_EXTRA_CA_CERTS: worldFile,
      [name]: `http://ann:p%40ss@127.0.0.1:${proxy.port}`,
      NO_PROXY: 'elsewhere.test',
    };
    const call = client({}, { env });
    expect([await call(API), proxy.targets]).toEqual([
      ['hello api.hmrc.test', `127.0.0.1:${proxy.port}`],
      ['api.hmrc.test:443'],
    ]);
  });

  it('to this computer goes straight, whatever is set', async () => {
    const proxy = await proxyTo(null);
    const port = await source(world.issue('localhost'));
    const env = { NODE_EXTRA_CA_CERTS: worldFile, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const answers = [
      await client({}, { env })(`https://localhost:${port}/`),
      await client(named(proxy.port))(`https://localhost:${port}/`),
    ];
    expect([answers, proxy.targets]).toEqual([
      [
        [`hello localhost:${port}`, null],
        [`hello localhost:${port}`, null],
      ],
      [],
    ]);
  });

  it.each([
    ['NO_PROXY', {}, { NO_PROXY: '.hmrc.test' }],
    ['what is called straight', { except: ['hmrc.test'] }, {}],
  ])('goes past the proxy by %s', async (_, more, env) => {
    const proxy = await proxyTo(null);
    const call =
      'except' in more
        ? client(named(proxy.port, more))
        : client({}, { env: { ...env, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } });
    // No name server knows the name: that it is asked for here at all says that the call went straight.
    expect([(await call(API))[0], proxy.targets]).toEqual(['network-unreachable', []]);
  });

  it('goes through a proxy that is itself spoken to over TLS', async () => {
    const proxy = await proxyTo(await source(world.issue('api.hmrc.test')), {
      tls: world.issue('localhost'),
    });
    const call = client({ proxy: { host: 'localhost', port: proxy.port, secure: true, password: null } });
    expect(await call(API)).toEqual(['hello api.hmrc.test', `localhost:${proxy.port}`]);
  });

  it('goes as the system says, by the next way where a proxy is down', async () => {
    const proxy = await proxyTo(await source(world.issue('api.hmrc.test')));
    const asked: string[] = [];
    const askSystem = async (url: string) => {
      asked.push(url);
      return ok(`PROXY 127.0.0.1:1; PROXY 127.0.0.1:${proxy.port}; DIRECT`);
    };
    expect([await client({}, { askSystem })(API), asked]).toEqual([
      ['hello api.hmrc.test', `127.0.0.1:${proxy.port}`],
      [API],
    ]);
  });

  it('goes another way as soon as another one is chosen', async () => {
    const port = await source(world.issue('api.hmrc.test'));
    const [first, second] = [await proxyTo(port), await proxyTo(port)];
    const { network, http } = clientOf();
    for (const { port: chosen } of [first, second]) {
      network.choose(named(chosen));
      await http({ method: 'GET', url: API, headers: {} });
    }
    expect([first.targets, second.targets]).toEqual([['api.hmrc.test:443'], ['api.hmrc.test:443']]);
  });
});

describe('a proxy', () => {
  it.each([
    ['wants a name', {}, {}, ['proxy-sign-in', '']],
    ['refuses the name', { name: 'ann', password: 'wrong' }, {}, ['proxy-credentials-refused', '']],
    [
      'takes Windows sign-in alone',
      { name: 'ann', password: 'right' },
      { schemes: ['Negotiate', 'NTLM'] },
      ['proxy-sign-in', ' takes NTLM, Negotiate alone, not Basic'],
    ],
  ])('that %s is named, and no password with it', async (_, more, options, [reason, rest]) => {
    const proxy = await proxyTo(null, { credentials: 'ann:p@ss', ...options });
    const answer = await client(named(proxy.port, more))(API);
    expect(answer).toEqual([reason, `127.0.0.1:${proxy.port}${rest ?? ''}`]);
  });

  it.each([
    ['forbids the address', { refusal: 403 }, 403],
    ['cannot reach the address', {}, 502],
  ])('that %s is named with what it answered', async (_, options, status) => {
    const proxy = await proxyTo(null, options);
    expect(await client(named(proxy.port))(API)).toEqual([
      'proxy-refused',
      `127.0.0.1:${proxy.port} answered ${status} to CONNECT api.hmrc.test:443`,
    ]);
  });

  it('that is down is not a source that is down', async () => {
    expect(await client(named(1))(API)).toEqual(['proxy-unreachable', '127.0.0.1:1: ECONNREFUSED']);
  });

  it('that is none is not called, and its address is not repeated', async () => {
    const socks = { HTTPS_PROXY: 'socks5://ann:secret@proxy.office:1080' };
    const answers = [
      await client({}, { env: socks })(API),
      await client({}, { askSystem: async () => ok('SOCKS5 proxy.office:1080') })(API),
      await client({}, { askSystem: async () => failed(failure('proxy-unreachable')) })(API),
    ];
    expect(answers).toEqual([
      [
        'proxy-unusable',
        'the variable HTTPS_PROXY names a socks5 proxy, and Quayside speaks to HTTP proxies alone',
      ],
      ['proxy-unusable', 'the system’s settings name SOCKS5 for api.hmrc.test'],
      ['proxy-unreachable', null],
    ]);
  });

  it('that breaks off in the middle of a body broke off an answer', async () => {
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': '10' }).write('abc', () => response.socket?.destroy());
    };
    const proxy = await proxyTo(await source(world.issue('api.hmrc.test'), cut));
    expect(await client(named(proxy.port))(API)).toEqual([
      'broken-off',
      expect.stringContaining(`api.hmrc.test through 127.0.0.1:${proxy.port}: `) as string,
    ]);
  });
});

describe('a certificate', () => {
  const through = async (identity: Issued) => {
    const proxy = await proxyTo(await source(identity));
    return { call: client(named(proxy.port)), name: `api.hmrc.test through 127.0.0.1:${proxy.port}` };
  };

  it('of an inspecting proxy is refused by the name of its root until a file with that is set', async () => {
    const inspect = { authority: office, answer: hello };
    const proxy = await proxyTo(null, { inspect });
    const unknown = await client(named(proxy.port))(API);
    const known = await client({ ...named(proxy.port), caFile: officeFile })(API);
    const name = `api.hmrc.test through 127.0.0.1:${proxy.port}`;
    expect([unknown, known]).toEqual([
      [
        'certificate-unknown',
        `${name}: signed by “Office Inspection Root” (UNABLE_TO_VERIFY_LEAF_SIGNATURE)`,
      ],
      ['hello api.hmrc.test', `127.0.0.1:${proxy.port}`],
    ]);
  });

  it('of an inspecting proxy is known where the system, or NODE_EXTRA_CA_CERTS, trusts its root', async () => {
    const proxy = await proxyTo(null, { inspect: { authority: office, answer: hello } });
    const answers = [
      await client(named(proxy.port), { env: { SSL_CERT_FILE: officeFile } })(API),
      await client(named(proxy.port), { env: { NODE_EXTRA_CA_CERTS: officeFile } })(API),
    ];
    expect(answers.map(([body]) => body)).toEqual(['hello api.hmrc.test', 'hello api.hmrc.test']);
  });

  it('for another name is refused by the name that it is for, although its root is known', async () => {
    const { call, name } = await through(world.issue('other.test'));
    expect(await call(API)).toEqual([
      'tls-failed',
      `${name}: certificate of “other.test” (ERR_TLS_CERT_ALTNAME_INVALID)`,
    ]);
  });

  it('that is out of date is refused, although its root is known', async () => {
    const { call, name } = await through(world.issue('api.hmrc.test', { isExpired: true }));
    expect(await call(API)).toEqual([
      'tls-failed',
      `${name}: certificate of “api.hmrc.test” (CERT_HAS_EXPIRED)`,
    ]);
  });

  it('that is not known hears nothing of the call', async () => {
    const heard: unknown[] = [];
    const port = await source(office.issue('api.hmrc.test'), (request) => void heard.push(request.headers));
    const proxy = await proxyTo(port, { credentials: 'ann:p@ss' });
    const answer = await client(named(proxy.port, { name: 'ann', password: 'p@ss' }))(API);
    expect([answer[0], heard]).toEqual(['certificate-unknown', []]);
  });

  it.each([
    ['is not there', join(folder, 'gone.pem'), 'cannot be read (ENOENT)'],
    ['holds none', import.meta.filename, 'holds no certificate'],
  ])('file that %s is named, and nothing is called', async (_, caFile, why) => {
    const proxy = await proxyTo(null);
    const answer = await client({ ...named(proxy.port), caFile })(API);
    expect([answer, proxy.targets]).toEqual([['ca-file-unusable', `${caFile} ${why}`], []]);
  });
});
