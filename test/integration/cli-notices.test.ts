import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startJpmSimulator, type RunningJpm } from '../simulators/jpm/start-jpm.ts';
import {
  startMastercardSimulator,
  type RunningMastercard,
} from '../simulators/mastercard/start-mastercard.ts';
import { selfSigned } from '../support/self-signed.ts';
import { linesOf, startCliWorld, type CliWorld, type Running } from './cli-world.ts';

const DAY = 86_400_000;
const RUNS_OUT = Date.now() + 12.5 * DAY;

let world: CliWorld;
let mastercard: RunningMastercard;
let jpm: RunningJpm;
beforeAll(async () => {
  world = await startCliWorld();
  mastercard = await startMastercardSimulator();
  jpm = await startJpmSimulator();
  const { privateKeyPem } = mastercard.project;
  const certificate = selfSigned(
    createPrivateKey(privateKeyPem),
    'cards.example',
    RUNS_OUT - 90 * DAY,
    RUNS_OUT,
  );
  writeFileSync(join(world.folder, 'cards.pem'), privateKeyPem + certificate);
  writeFileSync(join(world.folder, 'key.pem'), jpm.client.privateKeyPem + jpm.client.certificatePem);
}, 120_000);
afterAll(async () => {
  await Promise.all([world.close(), mastercard.close(), jpm.close()]);
});

const cards = () => ({
  ...{ id: 'cards', name: 'Cards', source: 'mastercard-cen', environment: { baseUrl: mastercard.baseUrl } },
  ...{ consumerKey: mastercard.project.consumerKey, signingKey: { file: 'cards.pem' } },
});
const merchant = () => ({
  ...{ id: 'merchant', name: 'Merchant', source: 'jpm-notifications' },
  environment: { baseUrl: jpm.baseUrl, tokenUrl: jpm.tokenUrl },
  ...{ clientId: jpm.client.clientId, resource: jpm.client.resource, signingKey: { file: 'key.pem' } },
  ...{ entityId: jpm.client.entity.id, entityType: jpm.client.entity.type },
});

function collect(data: string, accounts: readonly object[], ...words: readonly string[]): Running {
  const file = `${data}.json`;
  writeFileSync(join(world.folder, file), JSON.stringify({ accounts }));
  return world.start('collect', '--accounts', file, '--data', join(world.folder, data), ...words);
}

const notice = (account: string, title: string, nextStep: string) => ({
  ...{ event: 'notice', account, title, nextStep },
});
const RUNS_OUT_SOON = notice(
  'cards',
  `The certificate of the signing key runs out in 12 days, on ${new Date(RUNS_OUT).toISOString().slice(0, 10)}`,
  'Make a new key in the developer portal of the source, register it there, and choose its file in the account.',
);
const NOTHING_SUBSCRIBED = notice(
  'cards',
  'No subscription is active, so nothing will arrive',
  'Ask whoever manages your Mastercard project to create a subscription, or to make one active. It reports what happens from then on.',
);
const NOBODY_SUBSCRIBED = notice(
  'merchant',
  'No subscription is active',
  'J.P. Morgan notifies of nothing until somebody subscribes: ask whoever looks after the integration.',
);

// A process is told to end by a signal, which Windows has not.
describe.skipIf(process.platform === 'win32')('what a person should know although polling works', () => {
  it('is one line on stdout, however often the account is polled, and a sentence on stderr at the end', async () => {
    const { child, ended, line } = collect('working', [cards(), merchant()]);
    await line(/"notice","account":"cards".*nothing will arrive/);
    await line(/"poll","account":"merchant"[^]*"poll","account":"merchant"/);
    child.kill('SIGTERM');
    const { status, stdout, stderr } = await ended;
    const [notices, polls] = ['notice', 'poll'].map((name) =>
      linesOf(stdout).filter(({ event }) => event === name),
    );
    expect([status, notices!.length, polls!.length >= 3]).toEqual([0, 3, true]);
    expect(notices).toEqual(expect.arrayContaining([RUNS_OUT_SOON, NOTHING_SUBSCRIBED, NOBODY_SUBSCRIBED]));
    expect(stderr.split('\n').sort()).toEqual(
      [
        '',
        ...[RUNS_OUT_SOON, NOTHING_SUBSCRIBED, NOBODY_SUBSCRIBED].map(
          ({ account, title, nextStep }) => `quayside: Account ${account}: ${title}. ${nextStep}`,
        ),
      ].sort(),
    );
  }, 60_000);
});

describe('what a person should know of an account that is not polled, or does not get through', () => {
  it('is told as well', async () => {
    const refused = { ...cards(), id: 'refused', consumerKey: 'unknown!key' };
    const { status, stdout } = await collect('failing', [{ ...cards(), paused: true }, refused], '--once')
      .ended;
    expect([status, linesOf(stdout).filter(({ event }) => event === 'notice')]).toEqual([
      1,
      [RUNS_OUT_SOON, { ...RUNS_OUT_SOON, account: 'refused' }],
    ]);
  });
});
