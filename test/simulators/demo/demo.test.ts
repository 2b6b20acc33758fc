import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cdsDecoder } from '../../../electron/engine/decode/cds/cds-decoder.ts';
import { jpmDecoder } from '../../../electron/engine/decode/jpm/jpm-decoder.ts';
import { mastercardDecoder } from '../../../electron/engine/decode/mastercard/mastercard-decoder.ts';
import { openKeyMaterial } from '../../../electron/engine/keys/open-key.ts';
import { resolveAccountsFile } from '../../../shared/accounts/resolve.ts';
import { isValidMrn } from '../../../shared/catalogue/mrn.ts';
import { accountsFileSchema } from '../../../shared/accounts/accounts-file.ts';
import type { Facts } from '../../../shared/notification.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { seeded } from '../cds/chance.ts';
import type { DeliveryPlan } from '../jpm/delivery.ts';
import type { JpmEvent } from '../jpm/jpm-event.ts';
import type { MastercardEvent } from '../mastercard/notification-shelf.ts';
import { callFigures, figuresLine } from './call-figures.ts';
import { readDemoArguments } from './demo-arguments.ts';
import { startDemoWorld, type DemoWorld } from './demo-world.ts';
import { fillQueues, play } from './play.ts';

describe('arguments of the demo', () => {
  it('are a rate and a seed, each with a usual value', () => {
    expect([readDemoArguments([]), readDemoArguments(['--rate', '60', '--seed', '7'])]).toEqual([
      { rate: 20, seed: 2611 },
      { rate: 60, seed: 7 },
    ]);
  });

  it('are refused with a sentence that names what is wrong', () => {
    const wrong = [['--rate'], ['--rate', '0'], ['--seed', 'x'], ['--speed', '1']].map(readDemoArguments);
    expect(wrong.map((answer) => (typeof answer === 'string' ? answer.split('\n')[0] : answer))).toEqual([
      '--rate wants a number from 1 to 600.',
      '--rate wants a number from 1 to 600.',
      '--seed wants a number from 0 to 4294967295.',
      '--speed is not known.',
    ]);
  });
});

describe('the accounts of the demo', () => {
  let world: DemoWorld | null = null;
  afterEach(() => world?.close());

  it('are named in a file as the app takes it, their secrets beside it for this user alone', async () => {
    world = await startDemoWorld(seeded(1));
    const file = world.accountsFile;
    const { accounts } = accountsFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(accounts.map(({ id, source }) => [id, source])).toEqual([
      ['cds', 'hmrc-cds'],
      ['transit', 'hmrc-ppns'],
      ['cards', 'mastercard-cen'],
      ['merchant', 'jpm-notifications'],
    ]);
    const folder = dirname(file);
    expect(readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)).toEqual(
      [],
    );
    const resolved = resolveAccountsFile(readFileSync(file, 'utf8'), {
      env: () => undefined,
      readFile: (name) => readFileSync(join(folder, name), 'utf8'),
      readBase64: (name) => readFileSync(join(folder, name), 'base64'),
    });
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.failure));
    const [cds, transit, ...signing] = resolved.value.accounts;
    for (const { account, secret } of [cds!, transit!]) {
      const answer = await fetch(`${world.gateway.url}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          client_id: 'clientId' in account ? account.clientId : '',
          client_secret: secret,
          grant_type: 'client_credentials',
        }),
      });
      expect(answer.status).toBe(200);
    }
    const opened = signing.map(({ secret }) => openKeyMaterial(secret, Date.now()));
    expect(opened.map((key) => key.ok && key.value.certificate !== null)).toEqual([true, true]);
  });

  it('have, when nobody has called, figures that say so', async () => {
    world = await startDemoWorld(seeded(1));
    expect(callFigures(world).map(figuresLine)).toEqual(
      ['cds', 'transit', 'cards', 'merchant'].map(
        (account) =>
          `${account}: 0 calls, 0 errors; lists – apart at least, – on average, 0 too early; any two calls –`,
      ),
    );
  });
});

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const cardFacts = ({ subject, content }: MastercardEvent, at: number): Facts => {
  const createdTimestamp = new Date(at).toISOString();
  const one = { subject, subscriptionName: 'ALL', pushStatus: 'NOT_APPLICABLE', createdTimestamp, content };
  return mastercardDecoder.decode(bytesOf(one))[0].facts;
};
const merchantFacts = ({ family, subType, common, content }: JpmEvent, at: number): Facts => {
  const one = {
    notificationId: 'n',
    notificationType: family,
    notificationSubType: subType,
    messageCreateTimestamp: new Date(at).toISOString(),
    [family]: { ...common, [subType.slice(0, 1).toLowerCase() + subType.slice(1)]: content },
  };
  return jpmDecoder.decode(bytesOf(one))[0]!.facts;
};

const issued = (facts: Facts | undefined): number => Date.parse(facts?.issuedAt ?? '');

describe('what is played', () => {
  /** What came in the first `ms`, with when. */
  async function played(ms: number, rate = 20, seed = 5) {
    const clock = createFakeClock();
    const addedAt = clock.now();
    const seen: { readonly at: number; readonly facts: Facts | null }[] = [];
    const paid: { readonly at: number; readonly facts: Facts; readonly delivery?: DeliveryPlan }[] = [];
    const options = {
      clock,
      random: seeded(seed),
      rate,
      post: {
        cds: (body: string) => {
          const parts = cdsDecoder.decode(new TextEncoder().encode(body), { envelope: {} });
          for (const { facts } of parts) seen.push({ at: clock.now() - addedAt, facts });
        },
        ppns: () => void seen.push({ at: clock.now() - addedAt, facts: null }),
        mastercard: (event: MastercardEvent, at: number) =>
          void paid.push({ at: at - addedAt, facts: cardFacts(event, at) }),
        jpm: (event: JpmEvent, at: number, delivery: DeliveryPlan) =>
          void paid.push({ at: at - addedAt, facts: merchantFacts(event, at), delivery }),
      },
    };
    const end = new AbortController();
    fillQueues(options, addedAt);
    const playing = play(options, end.signal);
    await clock.advance(ms);
    end.abort();
    await playing;
    return { seen, paid, addedAt };
  }

  it('holds a backlog in which nothing calls and, at the first look, a control, a rejection and one over already', async () => {
    const { seen, addedAt } = await played(0);
    const facts = seen.flatMap((each) => each.facts ?? []);
    const news = facts.filter(({ issuedAt }) => Date.parse(issuedAt ?? '') >= addedAt);
    expect([
      seen.length > 30 && seen.length < 50,
      facts.filter((each) => !news.includes(each) && each.attention === 'act').length,
      news.map(({ type, errors }) => [type, errors.length]),
      new Set(news.map(({ issuedAt }) => issuedAt)).size,
    ]).toEqual([
      true,
      0,
      [
        ['DMSACC', 0],
        ['DMSTAX', 0],
        ['DMSCTL', 0],
        ['DMSREJ', 3],
        ['DMSACC', 0],
        ['DMSTAX', 0],
        ['DMSCTL', 0],
        ['DMSCLE', 0],
      ],
      1,
    ]);
  });

  it('has declarations of which nothing was heard for too long: one accepted, one exported, one not arrived', async () => {
    const { seen, addedAt } = await played(0);
    const facts = seen.flatMap((each) => each.facts ?? []);
    const hoursSince = (mrn: string | null) =>
      (addedAt - Math.max(...facts.filter((each) => each.mrn === mrn).map(issued))) / 3_600_000;
    const lastWords = [...new Set(facts.map(({ mrn }) => mrn))].flatMap((mrn) => {
      const last = facts.filter((each) => each.mrn === mrn).at(-1);
      return last === undefined || last.type === 'DMSEOG' ? [] : [[last.type, Math.floor(hoursSince(mrn))]];
    });
    expect(lastWords).toEqual(
      expect.arrayContaining([
        ['DMSCLE', 189],
        ['DMSTAX', 5],
        ['DMSTAX', 1],
      ]),
    );
  });

  it('tells, in the first minute, of documents wanted by tomorrow, a hold and its release, an exit and a withdrawal', async () => {
    const { seen } = await played(60_000);
    const facts = seen.flatMap((each) => (each.at > 0 && each.facts ? [each.facts] : []));
    const wanted = facts.find(({ type }) => type === 'DMSDOC');
    const hours = (Date.parse(wanted?.deadline ?? '') - issued(wanted)) / 3_600_000;
    const defra = facts.filter(({ type }) => type === 'DMSALV');
    const lives = [...new Set(facts.map(({ mrn }) => mrn))].map((mrn) =>
      facts.filter((each) => each.mrn === mrn).map(({ functionCode }) => functionCode),
    );
    expect([hours, defra.length, lives.filter((life) => life.includes('09')).length >= 6]).toEqual([
      20,
      2,
      true,
    ]);
    expect(lives.map((life) => life.join(' '))).toEqual(
      expect.arrayContaining([
        '01 13 06',
        '01 13 50 50 13 09',
        '01 13 02 11 13 13 07 09',
        '02 02 01 07 09 16',
        '01 09 02 11 10',
      ]),
    );
  });

  it('names declarations by an MRN whose check digit is right', async () => {
    const { seen } = await played(60_000);
    const mrns = seen.flatMap(({ facts }) => facts?.mrn ?? []);
    expect([mrns.length > 20, mrns.filter((mrn) => !isValidMrn(mrn, 'dms'))]).toEqual([true, []]);
  });

  it('has payments in the backlog, and at the first look a declined card and a debit that came back', async () => {
    const { paid } = await played(0);
    const news = paid.filter(({ at }) => at >= 0);
    expect([paid.length - news.length > 12, news.map(({ facts }) => [facts.type, facts.outcome])]).toEqual([
      true,
      [
        ['PAYMENT_AUTHORIZATION', 'declined'],
        ['DirectDebitReturn', 'returned'],
      ],
    ]);
  });

  it('tells, in the first minute, of a purchase and its clearing, a payout that fails, a token and a dispute', async () => {
    const { paid } = await played(60_000);
    const types = paid.filter(({ at }) => at > 1000).map(({ facts }) => facts.type);
    const dispute = paid.find(({ facts }) => facts.type === 'DisputeMerchantResponseRequested');
    const moving = paid.filter(({ delivery }) => (delivery?.length ?? 0) > 1);
    expect(types).toEqual(
      expect.arrayContaining([
        ...[
          'PAYMENT_AUTHORIZATION',
          'CLEARING',
          'BPC_PAYMENT_AUTHORIZATION',
          'PayoutCreated',
          'PayoutFailure',
        ],
        ...['TOKEN_PROVISIONING_EVENT', 'TOKEN_LIFECYCLE_EVENT', 'PaymentClosed', 'DisputeReceived'],
      ]),
    );
    expect([dispute?.facts.attention, dispute?.facts.deadline !== null, moving.length > 2]).toEqual([
      'act',
      true,
      true,
    ]);
  });

  it('keeps to its rate for hours, from all accounts, and is mostly nothing to act on', async () => {
    const { seen, paid } = await played(3_600_000, 30);
    const perMinute = (seen.length + paid.length) / 60;
    const payments = paid.length / (seen.length + paid.length);
    const wanted = paid.filter(({ facts }) => facts.attention === 'act').length / paid.length;
    expect([payments > 0.1 && payments < 0.35, wanted > 0.01 && wanted < 0.15]).toEqual([true, true]);
    expect(paid.filter(({ facts }) => facts.kind !== 'payment' || facts.problems.length > 0)).toEqual([]);
    const facts = seen.flatMap((each) => each.facts ?? []);
    const acts = facts.filter(({ attention }) => attention === 'act').length / facts.length;
    const ppns = 1 - facts.length / seen.length;
    expect([perMinute > 22 && perMinute < 38, acts > 0.01 && acts < 0.08, ppns > 0.1 && ppns < 0.4]).toEqual([
      true,
      true,
      true,
    ]);
    expect(facts.filter(({ problems, kind }) => problems.length > 0 || kind === 'unrecognised')).toEqual([]);
  });
});
