import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { ctcMessageReceived } from '../simulators/ppns/ctc-messages.ts';
import { linesOf, startCliWorld, type CliWorld } from './cli-world.ts';

let world: CliWorld;
// The first one may have to build.
beforeEach(async () => {
  world = await startCliWorld();
}, 120_000);
afterEach(() => world.close());

const withAccounts = (content: string): string => {
  const path = join(world.folder, 'other.json');
  writeFileSync(path, content);
  return path;
};
const transit = (known: object = {}) => ({
  id: 'transit',
  name: 'Transit',
  source: 'hmrc-ppns',
  environment: { baseUrl: world.gateway.url },
  boxId: world.boxId,
  clientId: 'transit-client',
  clientSecret: { env: 'TRANSIT_SECRET' },
  ...known,
});
const collect = (accounts: string) =>
  world.run('collect', '--accounts', accounts, '--data', world.data, '--once');

describe('collect', () => {
  it.each([
    ['not JSON at all', () => 'accounts: []', /^quayside: Accounts file .*other\.json: is not JSON/],
    [
      'with a wrong field',
      () => JSON.stringify({ accounts: [transit({ boxId: 'my box' })] }),
      /accounts\[0\]\.boxId: must be a UUID/,
    ],
    [
      'with a secret that is not there',
      () => JSON.stringify({ accounts: [transit({ clientSecret: { env: 'NO_SUCH_VARIABLE' } })] }),
      /accounts\[0\]\.clientSecret: .*NO_SUCH_VARIABLE is not set/,
    ],
    ['that is empty', () => JSON.stringify({ accounts: [] }), /names no account/],
  ])('refuses an accounts file %s with 2, and polls and makes nothing', async (_what, content, sentence) => {
    const { status, stdout, stderr } = await collect(withAccounts(content()));
    expect([status, stdout, world.gateway.calls.length, existsSync(world.data)]).toEqual([2, '', 0, false]);
    expect(stderr).toMatch(sentence);
  });

  it('refuses an accounts file that is not there with 2', async () => {
    const { status, stderr } = await collect(join(world.folder, 'missing.json'));
    expect([status, stderr]).toEqual([
      2,
      `quayside: The accounts file ${join(world.folder, 'missing.json')} cannot be read (ENOENT): check its name and permissions.\n`,
    ]);
  });

  it('warns of a secret written out, and never prints one', async () => {
    const secret = 'no-such-secret-4711';
    const { status, stdout, stderr } = await collect(
      withAccounts(JSON.stringify({ accounts: [transit({ clientSecret: secret })] })),
    );
    expect([status, `${stdout}${stderr}`.includes(secret)]).toEqual([1, false]);
    expect(stderr).toMatch(/^quayside: Warning: accounts\[0\]\.clientSecret of "transit" is written out/);
    expect(linesOf(stdout).filter(({ event }) => event === 'problem')).toEqual([
      expect.objectContaining({ account: 'transit', reason: 'credentials-refused' }),
    ]);
    expect(stderr).toMatch(/Account transit: Client id or secret refused\./);
  });
});

describe('a message that was read and lost on its way', () => {
  it('is not given up at once: the run fails by name and tells of no gap', async () => {
    const id = world.cds.push('cds-client', { body: '<MetaData/>' });
    world.gateway.faults.next({ kind: 'drop-after-handling' }, { path: `/notifications/unpulled/${id}` });
    const notFound = faults.coded(404, 'NOT_FOUND', 'Resource was not found', 'xml');
    world.gateway.faults.next(notFound, { path: new RegExp(`pulled/${id}$`), times: 100 });
    const first = await collect(world.accounts);
    expect([first.status, linesOf(first.stdout).filter(({ event }) => event === 'gap')]).toEqual([1, []]);
    expect(first.stderr).toMatch(/Account cds: not everything that is waiting could be fetched/);
  }, 60_000);
});

describe('acknowledge', () => {
  it('keeps what the source did not take, names why, and sends it when asked again', async () => {
    const posted = world.ppns.post(world.boxId, { message: ctcMessageReceived({ type: 'IE029' }) });
    const accounts = withAccounts(JSON.stringify({ accounts: [transit()] }));
    await collect(accounts);
    world.gateway.faults.next(faults.empty(503), { method: 'PUT' });
    const words = ['acknowledge', '--data', world.data, '--accounts', accounts, '1'];
    const first = await world.run(...words);
    const second = await world.run(...words);
    expect([first.status, linesOf(first.stdout), second.status, linesOf(second.stdout)]).toEqual([
      1,
      [{ id: '1', state: 'acknowledged', upstream: 'queued', reason: 'server-error' }],
      0,
      [{ id: '1', state: 'acknowledged', upstream: 'acknowledged', reason: null }],
    ]);
    expect(world.ppns.acknowledgements.map(({ ids }) => ids)).toEqual([[posted]]);
  });

  it('says where the account of a notification is not in the file', async () => {
    world.ppns.post(world.boxId, { message: ctcMessageReceived({ type: 'IE029' }) });
    await collect(withAccounts(JSON.stringify({ accounts: [transit()] })));
    const other = withAccounts(JSON.stringify({ accounts: [transit({ id: 'other' })] }));
    const { status, stdout, stderr } = await world.run(
      ...['acknowledge', '--data', world.data, '--accounts', other, '1'],
    );
    expect([status, linesOf(stdout), stderr]).toEqual([
      1,
      [{ id: '1', state: 'acknowledged', upstream: 'queued', reason: 'config-invalid' }],
      'quayside: Notification 1: its account "transit" is not in the accounts file, so the source was not told. Add the account and repeat this.\n',
    ]);
  });
});
