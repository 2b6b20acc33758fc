import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../electron/engine/store/sqlite/open.ts';
import { seeded } from '../simulators/cds/chance.ts';
import { cdsMessage } from '../simulators/cds/messages.ts';
import { fullNumberEvents, jpmEvents } from '../simulators/jpm/events/jpm-events.ts';
import { startJpmSimulator, type RunningJpm } from '../simulators/jpm/start-jpm.ts';
import { authorization } from '../simulators/mastercard/events/authorization.ts';
import { clearing } from '../simulators/mastercard/events/clearing.ts';
import { madeUpPurchase } from '../simulators/mastercard/events/purchase.ts';
import { ACCOUNT_HOLDER, madeUpToken, tokenProvisioning } from '../simulators/mastercard/events/token.ts';
import {
  startMastercardSimulator,
  type RunningMastercard,
} from '../simulators/mastercard/start-mastercard.ts';
import { ctcMessageReceived } from '../simulators/ppns/ctc-messages.ts';
import { filesBelow } from '../support/files-below.ts';
import { pkcs12Of } from '../support/pkcs12-of.ts';
import { selfSigned } from '../support/self-signed.ts';
import { linesOf, startCliWorld, type CliWorld, type Ended } from './cli-world.ts';

const PASSWORD = 'opens the card key';
const random = seeded(2611);
const AT = Date.now() - 120_000;
const purchase = madeUpPurchase(random, AT);
const token = madeUpToken(random, AT);

let world: CliWorld;
let mastercard: RunningMastercard;
let jpm: RunningJpm;
let collected: Ended;
/** All that the command has said so far. */
let said = '';

beforeAll(async () => {
  world = await startCliWorld({ CARDS_P12: PASSWORD });
  mastercard = await startMastercardSimulator({ random });
  jpm = await startJpmSimulator({ random });
  writeFileSync(join(world.folder, 'four.json'), JSON.stringify(accountsFile()));
  writeKeys();
  happen();
  collected = await run('collect', '--accounts', 'four.json', '--data', world.data, '--once');
}, 180_000);
afterAll(async () => {
  await Promise.all([world.close(), mastercard.close(), jpm.close()]);
});

async function run(...words: string[]): Promise<Ended> {
  const ended = await world.run(...words);
  said += ended.stdout + ended.stderr;
  return ended;
}

/** As the contract of the command has it, but for the addresses. */
function accountsFile() {
  const environment = { baseUrl: world.gateway.url };
  const { client } = jpm;
  return {
    accounts: [
      {
        ...{ id: 'transit', name: 'Transit', source: 'hmrc-ppns', environment, boxId: world.boxId },
        ...{ clientId: 'transit-client', clientSecret: { env: 'TRANSIT_SECRET' } },
      },
      {
        ...{ id: 'cds', name: 'CDS', source: 'hmrc-cds', environment },
        ...{ clientId: 'cds-client', clientSecret: { file: 'cds.secret' } },
      },
      {
        ...{ id: 'cards', name: 'Cards', source: 'mastercard-cen' },
        ...{ environment: { baseUrl: mastercard.baseUrl }, consumerKey: mastercard.project.consumerKey },
        signingKey: { file: 'cards.p12', password: { env: 'CARDS_P12' } },
      },
      {
        ...{ id: 'merchant', name: 'Merchant', source: 'jpm-notifications' },
        environment: { baseUrl: jpm.baseUrl, tokenUrl: jpm.tokenUrl },
        ...{ clientId: client.clientId, resource: client.resource },
        ...{ signingKey: { file: 'key.pem' }, certificate: { file: 'cert.pem' } },
        ...{ entityId: client.entity.id, entityType: client.entity.type },
      },
    ],
  };
}

function writeKeys(): void {
  const { privateKeyPem } = mastercard.project;
  const [from, until] = [AT - 86_400_000, AT + 200 * 86_400_000];
  const certificate = selfSigned(createPrivateKey(privateKeyPem), 'cards.example', from, until);
  writeFileSync(join(world.folder, 'cards.p12'), pkcs12Of(privateKeyPem, certificate, PASSWORD));
  writeFileSync(join(world.folder, 'key.pem'), jpm.client.privateKeyPem);
  writeFileSync(join(world.folder, 'cert.pem'), jpm.client.certificatePem);
}

/** A broker's morning, with every card number written out in full. */
function happen(): void {
  world.cds.push('cds-client', { body: cdsMessage({ functionCode: '09' }) });
  world.ppns.post(world.boxId, { message: ctcMessageReceived({ type: 'IE029' }) });
  const masks = false;
  mastercard.subscribe({ name: 'ALL', subjectType: 'CLEARING' });
  mastercard.notify(authorization(random, purchase, { masks }), { createdAt: AT });
  mastercard.notify(clearing(random, purchase, { masks }), { createdAt: AT + 1000 });
  mastercard.notify(tokenProvisioning(random, token, AT, { masks }), { createdAt: AT + 2000 });
  jpm.subscribe();
  jpm.notify(jpmEvents.payoutFailure(random, AT), { createdAt: AT });
  for (const event of fullNumberEvents) jpm.notify(event(random, AT), { createdAt: AT });
}

const list = async (...words: string[]) =>
  linesOf((await run('list', '--data', world.data, ...words)).stdout).slice(0, -1);

describe('four accounts in one file', () => {
  it('are collected in one round, inside the limits', async () => {
    const rows = await list('--limit', '100');
    const count = (account: string) => rows.filter((row) => row['account'] === account).length;
    expect([collected.status, collected.stderr, world.gateway.violations]).toEqual([0, '', []]);
    expect(['transit', 'cds', 'cards', 'merchant'].map(count)).toEqual([
      1,
      1,
      3,
      1 + fullNumberEvents.length,
    ]);
    expect(mastercard.calls.filter(({ signature }) => signature !== 'ok')).toEqual([]);
  });

  it('have the payments of one purchase in one thread', async () => {
    const [cleared] = await list('--type', 'CLEARING');
    const { stdout } = await run('show', '--data', world.data, String(cleared!['id']));
    const thread = linesOf(stdout)[0]!['thread'] as { type: string }[];
    expect(thread.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['PAYMENT_AUTHORIZATION', 'CLEARING']),
    );
  });

  it('are acknowledged here alone, where the source keeps no such mark', async () => {
    const ids = [
      (await list('--type', 'CLEARING'))[0]!['id'],
      (await list('--type', 'PayoutFailure'))[0]!['id'],
    ];
    const { status, stdout } = await run(
      ...['acknowledge', '--accounts', 'four.json', '--data', world.data, ...ids.map(String)],
    );
    expect([status, linesOf(stdout)]).toEqual([
      0,
      ids.map((id) => ({ id, state: 'acknowledged', upstream: 'not-supported', reason: null })),
    ]);
  });

  it('show no card number anywhere: not in what is said, kept, searched or exported', async () => {
    const numbers = cardNumbers();
    expect([numbers.length, new Set(numbers.map((number) => number.length))]).toEqual([9, new Set([16])]);
    const rows = await list('--limit', '100');
    for (const { id } of rows) {
      await run('show', '--data', world.data, String(id));
      await run('show', '--data', world.data, '--raw', String(id));
    }
    for (const format of ['csv', 'ndjson']) {
      await run('export', '--data', world.data, '--format', format, '--out', `all.${format}`);
    }
    const found = await Promise.all(numbers.slice(0, 2).map((number) => list('--search', number)));
    expect(found).toEqual([[], []]);
    const kept = [...(await textsBelow(world.data)), ...['csv', 'ndjson'].map((format) => exported(format))];
    for (const number of numbers) {
      expect(
        [said, ...kept].filter((text) => text.includes(number) || text.includes(grouped(number))),
      ).toEqual([]);
    }
    expect(parse<object>(exported('csv'), { columns: true })).toHaveLength(rows.length);
  });

  it('tell nobody of a person: not in a list, and no key or password at all', async () => {
    const rows = JSON.stringify(await list('--limit', '100'));
    for (const personal of [ACCOUNT_HOLDER.accountHolderName, ACCOUNT_HOLDER.accountHolderEmailAddress]) {
      expect(rows + collected.stdout).not.toContain(personal);
    }
    const everything = said + (await textsBelow(world.data)).join(' ');
    for (const secret of [PASSWORD, 'PRIVATE KEY', mastercard.project.privateKeyPem.split('\n')[1]!]) {
      expect(everything.includes(secret)).toBe(false);
    }
  });
});

describe('an account that was away for longer than its source keeps notifications', () => {
  it('says from when to when something may be missing: as it collects, in the list and in an export', async () => {
    const [from, to] = await awayForTenDays();
    const { accounts } = accountsFile();
    const onlyCards = accounts.filter(({ source }) => source === 'mastercard-cen');
    writeFileSync(join(world.folder, 'cards.json'), JSON.stringify({ accounts: onlyCards }));
    const { status, stdout } = await run(
      'collect',
      '--accounts',
      'cards.json',
      '--data',
      world.data,
      '--once',
    );
    const [gap, ...others] = linesOf(stdout).filter(({ event }) => event === 'gap');
    const { account, why, from: since, to: until } = gap as Record<'account' | 'why' | 'from' | 'to', string>;
    expect([status, others, account, Math.abs(Date.parse(until) - to) < 600_000]).toEqual([
      0,
      [],
      'cards',
      true,
    ]);
    expect(since).toBe(new Date(from).toISOString());

    const listed = await run('list', '--data', world.data, '--limit', '1');
    const ndjson = await run('export', '--data', world.data, '--out', '-', '--format', 'ndjson');
    expect(linesOf(listed.stdout).at(-1)!['gaps']).toEqual([{ account, from: since, to: until, why }]);
    expect(linesOf(ndjson.stdout).at(-1)!['gap']).toEqual({ from: since, to: until, why });
    expect(listed.stderr).toContain(`Account cards: something may be missing from ${since.slice(0, 10)}`);

    const elsewhere = await run('list', '--data', world.data, '--limit', '1', '--source', 'hmrc-cds');
    const exported = await run('export', '--data', world.data, '--out', '-', '--source', 'hmrc-cds');
    expect([linesOf(elsewhere.stdout).at(-1)!['gaps'], elsewhere.stderr, exported.stderr]).toEqual([
      undefined,
      '',
      '',
    ]);
  });
});

/** Puts the account's bookmark ten days back; returns the ends of what cannot be had any more. */
async function awayForTenDays(): Promise<readonly [number, number]> {
  const store = await openSqliteStore({ directory: world.data });
  if (!store.ok) throw new Error(store.failure.reason);
  const cursor = (await store.value.cursor('cards')) as Readonly<Record<string, unknown>>;
  const [now, day] = [Date.now(), 86_400_000];
  const highWater = now - 10 * day;
  const away = { ...cursor, highWater, settledAt: null, news: null, sweep: null };
  await store.value.keep({ id: 'cards', source: 'mastercard-cen' }, [], away, now);
  await store.value.close();
  return [highWater, now - 7 * day];
}

/** Every number of a card in what the simulators served, spaces left out. */
function cardNumbers(): readonly string[] {
  const cards = [purchase.realCard, purchase.virtualCard, token.token, token.virtualCard, token.realCard];
  const served = JSON.stringify(jpm.rows().map(({ event }) => event));
  const inText = [...served.matchAll(/\b(?:4111 ?111|5555 ?5555)[\d ]{7,}\d/g)].map(([digits]) => digits);
  return [...cards.map(({ number }) => number), ...inText.map((digits) => digits.replaceAll(' ', ''))];
}

const grouped = (number: string): string => number.replace(/\d{4}(?=\d)/g, '$& ');

const exported = (format: string): string => readFileSync(join(world.folder, `all.${format}`), 'utf8');

const textsBelow = async (folder: string): Promise<readonly string[]> =>
  (await filesBelow(folder, '')).map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
