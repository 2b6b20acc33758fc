import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import { linesOf, startCliWorld, type CliWorld } from './cli-world.ts';

let world: CliWorld;
// The first one may have to build.
beforeEach(async () => {
  world = await startCliWorld();
}, 120_000);
afterEach(() => world.close());

const collect = (...words: readonly string[]) =>
  world.run('collect', '--accounts', world.accounts, '--data', world.data, ...words);

const withAccounts = (account: object) => {
  const environment = { baseUrl: world.gateway.url };
  writeFileSync(world.accounts, JSON.stringify({ accounts: [{ ...account, environment }] }));
};

describe('collect --for', () => {
  it('fails where an account could not be reached in that time, and names it', async () => {
    world.gateway.faults.next({ kind: 'delay', ms: 120_000 }, { path: /unpulled$/ });
    const { status, stderr } = await collect('--for', '3');
    const named = [...stderr.matchAll(/Account (\w+) was not reached within 3 s: /g)].map(([, id]) => id);
    expect([status, named]).toEqual([1, ['cds']]);
  });

  it('does not expect one that is paused to be reached', async () => {
    const clientSecret = { file: 'cds.secret' };
    withAccounts({
      ...{ id: 'paused', name: 'Paused', source: 'hmrc-cds', clientId: 'cds-client', clientSecret },
      paused: true,
    });
    expect(await collect('--for', '1')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('collect --once', () => {
  it('ends where a source wants to be left alone for an hour, and names the account each time', async () => {
    withAccounts({
      ...{ id: 'transit', name: 'Transit', source: 'hmrc-ppns', boxId: world.boxId },
      ...{ clientId: 'transit-client', clientSecret: { env: 'TRANSIT_SECRET' } },
    });
    world.gateway.faults.next(faults.throttled('3600'), { path: /push-pull/ });
    const first = await collect('--once');
    const second = await collect('--once');
    for (const { status, stdout, stderr } of [first, second]) {
      const problems = linesOf(stdout).filter(({ event }) => event === 'problem');
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^quayside: Account transit: Too many calls\./),
      ]);
      expect(problems).toEqual([
        expect.objectContaining({ account: 'transit', reason: 'rate-limited', until: expect.any(String) }),
      ]);
    }
  }, 60_000);
});
