import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { API, createOfficeNetwork, named } from '../support/network/office-network.ts';

const network = createOfficeNetwork();
const { office, world, folder, source, proxyTo, client } = network;
afterEach(network.close);
afterAll(network.remove);

describe('a policy of the office', () => {
  const policy = (text: string) => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, text);
    return file;
  };

  it('goes before what the person has chosen, with a byte order mark and a path beside it', async () => {
    const port = await source(office.issue('api.hmrc.test'));
    const proxy = await proxyTo(port, { credentials: 'ann:p@ss' });
    const network = {
      proxy: { host: '127.0.0.1', port: proxy.port, name: 'ann', password: { env: 'PW' } },
      caFile: 'office.pem',
    };
    const policyFile = policy(`\uFEFF${JSON.stringify({ network })}`);
    const call = client({ proxy: 'none' }, { policyFile, env: { PW: 'p@ss' } });
    expect(await call(API)).toEqual(['hello api.hmrc.test', `127.0.0.1:${proxy.port}`]);
  });

  it.each([
    ['is not JSON', '{', 'it is not JSON'],
    [
      'has a wrong field',
      '{"network":{"proxy":{"host":"proxy.office","port":"3128"}}}',
      'network.proxy.port: must be a number',
    ],
    ['has an unknown field', '{"proxy":"none"}', 'proxy: is not a known setting'],
    [
      'names a password that is not there',
      '{"network":{"proxy":{"host":"p","port":1,"name":"a","password":{"env":"GONE"}}}}',
      'network.proxy.password: the environment variable GONE is not set',
    ],
  ])('that %s lets nothing out until it is mended', async (_, text, why) => {
    const proxy = await proxyTo(await source(world.issue('api.hmrc.test')));
    const policyFile = policy(text);
    const call = client(named(proxy.port), { policyFile });
    const broken = await call(API);
    policy('{}');
    expect([broken, (await call(API))[0], proxy.targets]).toEqual([
      ['policy-unusable', `${policyFile}: ${why}`],
      'hello api.hmrc.test',
      ['api.hmrc.test:443'],
    ]);
  });
});
