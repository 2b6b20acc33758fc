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

const withAccounts = (...accounts: readonly object[]) => {
  const environment = { baseUrl: world.gateway.url };
  const text = JSON.stringify({ accounts: accounts.map((account) => ({ ...account, environment })) });
  writeFileSync(world.accounts, text);
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

it('says of each account that other people are not heard of where no folder of the machine can be had', async () => {
  await world.close();
  world = await startCliWorld({ QUAYSIDE_MACHINE_FOLDER: '' });
  const { status, stdout, stderr } = await collect('--for', '2');
  const told = linesOf(stdout).filter(({ event }) => event === 'notice');
  const title = 'Calls of other people on this computer are not known here';
  const said = [...stderr.matchAll(/Account (\w+): Calls of other people/g)].map(([, id]) => id);
  expect([
    status,
    told.map(({ account }) => account).sort(),
    told.every((one) => one['title'] === title),
    said.sort(),
  ]).toEqual([0, ['cds', 'transit'], true, ['cds', 'transit']]);
});

describe('collect --once', () => {
  it('ends where a source wants to be left alone for long, and says so of each account each time', async () => {
    const clientSecret = { env: 'TRANSIT_SECRET' };
    const shared = { source: 'hmrc-ppns', boxId: world.boxId, clientId: 'transit-client', clientSecret };
    withAccounts({ id: 'transit', name: 'Transit', ...shared }, { id: 'excise', name: 'Excise', ...shared });
    world.gateway.faults.next(faults.throttled('99999999999'), { path: /push-pull/ });
    const reports = [];
    for (const words of [['--once'], ['--once'], ['--for', '2']]) {
      const { status, stdout, stderr } = await collect(...words);
      const problems = linesOf(stdout).filter(({ event }) => event === 'problem');
      const inMinutes = problems.map(({ until }) => (Date.parse(String(until)) - Date.now()) / 60_000);
      reports.push({
        status,
        problems: problems.map(({ account, reason }) => `${String(account)} ${String(reason)}`).sort(),
        areMinutes: inMinutes.every((minutes) => minutes > 8 && minutes <= 10),
        said: [...stderr.matchAll(/Account (\w+): ([^.]+)\./g)].map(([, id, what]) => `${id} ${what}`).sort(),
        blamesTheAddress: stderr.includes('check the address'),
        namesWhoWasAsked: stderr.includes('asked of account Transit'),
      });
    }
    const held = {
      status: 1,
      problems: ['excise asked-to-wait', 'transit asked-to-wait'],
      areMinutes: true,
      said: ['excise The source asks to wait', 'transit The source asks to wait'],
      blamesTheAddress: false,
      namesWhoWasAsked: true,
    };
    const first = {
      ...held,
      problems: ['excise asked-to-wait', 'transit rate-limited'],
      said: ['excise The source asks to wait', 'transit Too many calls'],
    };
    expect(reports).toEqual([first, held, held]);
  }, 60_000);
});
