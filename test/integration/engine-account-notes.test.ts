import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountWithSecret } from '../../shared/engine-api.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { selfSigned } from '../support/self-signed.ts';
import { startToyWorld, TOY_RETENTION, type ToyWorld } from '../support/toy-source/toy-world.ts';

const DAY = 86_400_000;
let world: ToyWorld;
let engine: Engine;
beforeEach(async () => {
  world = await startToyWorld();
  engine = await world.startWithToy();
});
afterEach(() => world.close());

async function status() {
  const answer = await engine.api.status(null);
  return answer.ok ? answer.value.accounts[0] : undefined;
}
/** A round has ended, and what it brought has been read. */
const checked = async () => {
  const rounds = () => world.journal.filter(({ event }) => event === 'poll').length;
  const before = rounds();
  await world.until(() => rounds() > before);
};
/** As long as nothing polls, time may leap. */
async function away(days: number): Promise<void> {
  await engine.stop();
  await world.clock.advance(days * DAY);
  engine = await world.startWithToy();
}

describe('a gap', () => {
  it('is told where the account was away for longer than the source keeps, until a person dismisses it', async () => {
    await engine.setAccounts([world.account]);
    await checked();
    const from = (await status())!.checkedAt!;
    await away(10);
    await engine.setAccounts([world.account]);
    await checked();
    const [gap, ...more] = (await status())!.gaps;
    const statusEvents = () => world.events.filter(({ event }) => event === 'status').length;
    expect([gap?.why, more, Date.parse(gap!.to) - Date.parse(gap!.from) > 6 * DAY]).toEqual([
      'The ledger was not read for long.',
      [],
      true,
    ]);
    expect(Math.abs(Date.parse(gap!.from) - Date.parse(from))).toBeLessThan(1000);

    const before = statusEvents();
    const { from: start, to } = gap!;
    expect([
      await engine.api.dismissGap({ account: 'harbour', from: start, to }),
      await engine.api.dismissGap({ account: 'harbour', from: start, to }),
      await engine.api.dismissGap({ account: 'transit', from: start, to }),
    ]).toMatchObject([{ ok: true }, { ok: true }, { ok: false, failure: { reason: 'not-found' } }]);
    await world.until(() => statusEvents() > before);
    await away(0);
    await engine.setAccounts([world.account]);
    await checked();
    expect((await status())!.gaps).toEqual([]);
  });

  it('is not told where a person has set that the source keeps messages for longer, or that nobody knows', async () => {
    for (const days of [30, null]) {
      await engine.setAccounts([world.account]);
      await checked();
      await away(10);
      await engine.api.configure({
        ...{ accounts: [world.account], locked: [], network: {}, holdBackSeconds: 10 },
        quietMinutes: {} as never,
        retentionDays: { ...TOY_RETENTION, 'toy-ledger': days } as typeof TOY_RETENTION,
      });
      await checked();
      expect((await status())!.gaps).toEqual([]);
    }
  });
});

describe('a notice', () => {
  it('stands as long as the last good round says so, and a failure does not take it away', async () => {
    world.ledger.notice = 'The harbour closes at noon';
    await engine.setAccounts([world.account]);
    await checked();
    const notice = { title: 'The harbour closes at noon', nextStep: 'Ask the harbour.' };
    expect((await status())?.notices).toEqual([notice]);
    world.ledger.notice = null;
    await checked();
    expect((await status())?.notices).toEqual([]);
  });

  it('is told in the journal once, though its figures change or it goes and comes back', async () => {
    await engine.setAccounts([world.account]);
    for (const notice of ['Closes in 3 hours', 'Closes in 2 hours', null, 'Closes in 1 hour', 'Closed']) {
      world.ledger.notice = notice;
      await checked();
      await checked();
    }
    const nextStep = 'Ask the harbour.';
    expect(world.journal.filter(({ event }) => event === 'notice')).toEqual(
      ['Closes in 3 hours', 'Closes in 1 hour', 'Closed'].map((title) => ({
        ...{ event: 'notice', account: 'harbour', title, nextStep },
      })),
    );
  });

  it('tells of a certificate that runs out, whatever the source, and whether or not its secret can be had', async () => {
    const expiresAt = new Date(world.clock.now() + 12.5 * DAY).toISOString();
    const keyInfo = { kind: 'RSA, 2048 bits', subject: null, expiresAt, thumbprint: null };
    const account = {
      ...{ id: 'cards', name: 'Cards', source: 'mastercard-cen', environment: 'sandbox', paused: true },
      ...{ consumerKey: 'k!p', signingKey: { stored: true }, keyInfo },
    } as AccountWithSecret['account'];
    await engine.setAccounts([{ account, secret: '{}' }]);
    const titles = async () => (await status())?.notices.map(({ title }) => title);
    const running = await titles();
    await engine.api.configure({
      ...{
        accounts: [],
        locked: [{ account, reason: 'secret-missing' as const }],
        network: {},
        holdBackSeconds: 10,
      },
      ...{ quietMinutes: {} as never, retentionDays: TOY_RETENTION },
    });
    const day = expiresAt.slice(0, 10);
    const soon = [`The certificate of the signing key runs out in 12 days, on ${day}`];
    expect([running, await titles()]).toEqual([soon, soon]);
  });
});

describe('asking for one message again', () => {
  const settled = (id: string) => world.answer(engine.api.refresh({ id }));

  it('keeps its new status at the source, and says so', async () => {
    world.add({ id: 'E1' });
    await engine.setAccounts([world.account]);
    await checked();
    const same = await settled('1');
    world.ledger.delivered.add('E1');
    const changed = await settled('1');
    const found = await engine.api.notification({ id: '1' });
    expect({
      same,
      changed,
      now: found.ok && [found.value.upstream, found.value.history.map(({ event }) => event)],
      gone: (world.ledger.entries.splice(0), await settled('1')),
      unknown: await settled('77'),
    }).toMatchObject({
      same: { value: { sentence: 'The source still holds this message. Its status there: pending.' } },
      changed: {
        value: { sentence: 'The status of this message at the source is now delivered; it was pending.' },
      },
      now: ['delivered', ['received', 'upstream-changed']],
      gone: { ok: false, failure: { reason: 'message-gone' } },
      unknown: { ok: false, failure: { reason: 'not-found' } },
    });
  });

  it('is not offered where the source has no such call', async () => {
    world.cds.push('cds-client', { body: '<MetaData/>' });
    await engine.setAccounts([world.accounts.cds]);
    await world.until(async () => (await engine.api.notification({ id: '1' })).ok);
    expect([(await status())?.refreshes, await engine.api.refresh({ id: '1' })]).toMatchObject([
      false,
      { ok: false, failure: { reason: 'not-supported' } },
    ]);
  });
});

describe('a key file', () => {
  it('is opened and told of, and imported without its password', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const sealed = privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'pw',
    });
    const end = Date.UTC(2028, 0, 1);
    const certificate = btoa(selfSigned(privateKey, 'Quay', world.clock.now() - DAY, end));
    const material = { key: btoa(String(sealed)), password: 'pw', certificate };
    const info = {
      ...{ kind: 'RSA, 2048 bits', subject: expect.stringContaining('Quay') as string },
      ...{
        expiresAt: new Date(end).toISOString(),
        thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/) as string,
      },
    };
    const imported = await engine.api.importKey(material);
    expect([await engine.api.checkKey(material), imported.ok && imported.value.info]).toEqual([
      { ok: true, value: info },
      info,
    ]);
    expect(imported.ok && [imported.value.material.password, atob(imported.value.material.key)]).toEqual([
      null,
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ]);
    expect(await engine.api.checkKey({ ...material, key: btoa('nothing') })).toMatchObject({
      ok: false,
      failure: { reason: 'key-unusable' },
    });
  });
});
