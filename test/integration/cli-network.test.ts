import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createCertificateAuthority } from '../support/network/certificate-authority.ts';
import {
  startForwardProxy,
  type ForwardProxy,
  type ForwardProxyOptions,
} from '../support/network/forward-proxy.ts';
import { startTlsFront, type TlsFront } from '../support/network/tls-front.ts';
import { startCliWorld, type CliWorld } from './cli-world.ts';

const office = createCertificateAuthority('Office Inspection Root');

/** The command in an office whose one way out is a proxy: HMRC answers under names that no name server knows. */
async function startOffice(
  options: Partial<ForwardProxyOptions>,
  env: (proxy: ForwardProxy) => object = () => ({}),
) {
  let port = 0;
  const proxy = await startForwardProxy({ route: () => port, ...options });
  const world = await startCliWorld(env(proxy) as Record<string, string>);
  const source = await startTlsFront(office.issue('api.hmrc.test'), world.gateway.url);
  port = source.port;
  writeFileSync(join(world.folder, 'office.pem'), office.pem);
  return { world, proxy, source };
}

/** One box at HMRC under that name; its token comes from there as well. */
function accountsFile(world: CliWorld, more: object = {}): string {
  const file = join(world.folder, 'office.json');
  const account = {
    ...{ id: 'transit', name: 'Transit', source: 'hmrc-ppns', boxId: world.boxId },
    environment: { baseUrl: 'https://api.hmrc.test', tokenUrl: 'https://api.hmrc.test/oauth/token' },
    ...{ clientId: 'transit-client', clientSecret: { env: 'TRANSIT_SECRET' } },
  };
  writeFileSync(file, JSON.stringify({ accounts: [account], ...more }));
  return file;
}

let open: { world: CliWorld; proxy: ForwardProxy; source: TlsFront } | null = null;
afterEach(async () => {
  await open?.proxy.close();
  await open?.source.close();
  await open?.world.close();
  open = null;
});

const collect = ({ world }: { world: CliWorld }, more: object = {}) =>
  world.run('collect', '--once', '--data', world.data, '--accounts', accountsFile(world, more));

describe('the command in an office', () => {
  it('fetches its token and its list through HTTPS_PROXY, by the roots of NODE_EXTRA_CA_CERTS', async () => {
    open = await startOffice({ credentials: 'ann:p@ss' }, (proxy) => ({
      HTTPS_PROXY: `http://ann:p%40ss@127.0.0.1:${proxy.port}`,
      NODE_EXTRA_CA_CERTS: 'office.pem',
    }));
    const { status, stderr } = await collect(open);
    const paths = open.world.gateway.calls.map(({ path }) => path);
    expect([status, stderr]).toEqual([0, '']);
    expect(new Set(open.proxy.targets)).toEqual(new Set(['api.hmrc.test:443']));
    expect([paths.some((path) => path.startsWith('/oauth/token')), paths.length > 1]).toEqual([true, true]);
  });

  it('takes proxy, name, password and roots from the accounts file', async () => {
    open = await startOffice({ credentials: 'ann:p@ss' });
    writeFileSync(join(open.world.folder, 'proxy.secret'), 'p@ss\n');
    const { status, stderr } = await collect(open, {
      network: {
        proxy: { host: '127.0.0.1', port: open.proxy.port, name: 'ann', password: { file: 'proxy.secret' } },
        caFile: 'office.pem',
      },
    });
    expect([status, stderr, open.world.gateway.calls.length > 1]).toEqual([0, '', true]);
  });

  it('says which proxy refused its password, which it never prints', async () => {
    open = await startOffice({ credentials: 'ann:p@ss' }, (proxy) => ({
      HTTPS_PROXY: `http://ann:canary@127.0.0.1:${proxy.port}`,
    }));
    const { status, stderr, stdout } = await collect(open);
    expect([status, stderr]).toEqual([
      1,
      `quayside: Account transit: The proxy refused its name and password. The proxy of your network does not accept the name and password that are set for it (HTTP 407). Quayside does not repeat them, so that they are not locked (127.0.0.1:${open.proxy.port}). Correct them under Settings › Network, or where the proxy is set; the account then goes on.\n`,
    ]);
    expect(`${stdout}${stderr}`).not.toContain('canary');
  });

  it('says whose certificate it does not know, and where to add it', async () => {
    open = await startOffice({}, (proxy) => ({ HTTPS_PROXY: `127.0.0.1:${proxy.port}` }));
    const { status, stderr } = await collect(open);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `(api.hmrc.test through 127.0.0.1:${open.proxy.port}: signed by “Office Inspection Root” (UNABLE_TO_VERIFY_LEAF_SIGNATURE))`,
    );
    expect(stderr).toContain(
      'name it as "caFile" under "network" in the accounts file, or in NODE_EXTRA_CA_CERTS',
    );
  });

  it('names a fault in the network member by its path, before anything is called', async () => {
    open = await startOffice({});
    const { status, stderr } = await collect(open, {
      network: { proxy: { host: 'http://proxy.office', port: 0 }, caFile: 7 },
    });
    expect([status, open.proxy.targets]).toEqual([2, []]);
    expect(stderr).toContain(
      'network.proxy.host: use the name or address alone, without http:// and without a port',
    );
    expect(stderr).toContain('network.proxy.port: must be at least 1');
    expect(stderr).toContain('network.caFile: must be text in quotes');
  });
});
