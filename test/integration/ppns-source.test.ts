import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PpnsAccount } from '../../shared/accounts/account.ts';
import { ppnsSource } from '../../electron/engine/sources/hmrc-ppns/ppns-source.ts';
import { faults } from '../simulators/hmrc-gateway/faults.ts';
import type { HmrcGateway } from '../simulators/hmrc-gateway/gateway.ts';
import { ctcMessageReceived } from '../simulators/ppns/ctc-messages.ts';
import { awkwardMessages, emcsMessage, xmlMessage } from '../simulators/ppns/producer-messages.ts';
import { boxOverHttp, reasonOf, type BoxOverHttp } from '../simulators/ppns/box-over-http.ts';
import type { PpnsSimulator } from '../simulators/ppns/ppns.ts';
import type { SourceHarness } from '../support/source-harness.ts';

const LIST = /\/notifications$/;
const ACKNOWLEDGE = /\/acknowledge$/;

let world: BoxOverHttp;
let gateway: HmrcGateway;
let ppns: PpnsSimulator;
let box: string;
let harness: SourceHarness;
const open: BoxOverHttp['open'] = (changes) => world.open(changes);

beforeEach(async () => {
  world = await boxOverHttp();
  ({ gateway, ppns, box } = world);
  harness = open();
});
afterEach(() => world.close());

async function acknowledge(ids: readonly string[], with_ = harness) {
  const outcome = await with_.session.acknowledge?.send(with_.sourceContext(), ids);
  if (outcome === undefined) throw new Error('a box can be acknowledged');
  return {
    acknowledged: outcome.acknowledged,
    failed: [...outcome.failed].map(([id, { reason }]) => [id, reason]),
  };
}

const statuses = (): string[] => ppns.items(box).map(({ status }) => status);

describe('a box over HTTP', () => {
  it('is read byte for byte, inside every limit of HMRC', async () => {
    const messages = [
      ctcMessageReceived({ type: 'IE029' }),
      emcsMessage(),
      xmlMessage(),
      awkwardMessages.jsonInJson(),
      awkwardMessages.invalidJson(),
      awkwardMessages.nonAscii(),
      awkwardMessages.empty(),
      awkwardMessages.large(),
    ];
    for (const message of messages) ppns.post(box, { message });
    const { outcome } = await harness.drain();
    const texts = [...harness.keeper.messages.values()].map(({ payload }) =>
      Buffer.from(payload).toString('utf8'),
    );
    expect([outcome, texts.sort(), gateway.violations]).toEqual([
      { ok: true, value: { more: false, backlog: false } },
      messages.sort(),
      [],
    ]);
  });

  it('is read byte for byte where a message is no text, too', async () => {
    const message = '{ "movementId": 12345678901234567890, "amount": 1.10 }';
    const body = `[{"notificationId":"${randomUUID()}","message": ${message},"createdDateTime":"2026-11-22T09:00:00Z"}]`;
    const headers = { 'content-type': 'application/json' };
    gateway.faults.next({ kind: 'answer', answer: { status: 200, headers, body } }, { path: LIST });
    await harness.poll();
    expect(
      [...harness.keeper.messages.values()].map(({ payload }) => Buffer.from(payload).toString('utf8')),
    ).toEqual([message]);
  });

  it('brings what came beside the message', async () => {
    const createdAt = world.clock.now() - 1234;
    const id = ppns.post(box, {
      message: '<a/>',
      contentType: 'application/xml',
      status: 'FAILED',
      createdAt,
    });
    await harness.poll();
    expect(harness.keeper.messages.get(id)).toEqual({
      remoteId: id,
      payload: new Uint8Array(Buffer.from('<a/>')),
      contentType: 'application/xml',
      envelope: {
        notificationId: id,
        boxId: box,
        messageContentType: 'application/xml',
        status: 'FAILED',
        createdDateTime: '2026-11-22T08:59:58.766+0000',
      },
      upstream: 'failed',
      createdAt,
    });
  });

  it('of 250 is drained in three list calls, one token, and no call too early', async () => {
    for (let n = 0; n < 250; n += 1)
      ppns.post(box, { message: `${n}`, createdAt: world.clock.now() - n * 10 });
    const { rounds } = await harness.drain();
    const starts = gateway.calls.filter(({ path }) => LIST.test(path)).map(({ at }) => at);
    const spacings = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    expect([rounds, harness.keeper.messages.size, spacings, gateway.violations]).toEqual([
      3,
      250,
      [10_000, 10_000],
      [],
    ]);
    expect(gateway.calls.filter(({ path }) => path === '/oauth/token').length).toBe(1);
  });

  it('keeps what can be kept of elements that are damaged', async () => {
    const good = ppns.post(box, { message: 'good' });
    ppns.post(box, { message: '', overrides: { message: { gmrId: 'GMRA1' } } });
    ppns.post(box, { message: 'nameless', overrides: { notificationId: undefined } });
    ppns.post(box, { message: '', overrides: { message: undefined, status: 7, createdDateTime: null } });
    await harness.poll();
    await harness.poll();
    const texts = [...harness.keeper.messages.values()].map(({ payload }) =>
      Buffer.from(payload).toString().slice(0, 17),
    );
    expect([texts.sort(), harness.keeper.messages.has(good)]).toEqual([
      ['good', 'nameless', '{"gmrId":"GMRA1"}', '{"notificationId"'],
      true,
    ]);
  });

  it.each(['offset', 'zulu', 'nine-digits'] as const)('is read with dates in the %s form', async (format) => {
    ppns.settings.dateFormat = format;
    for (let n = 0; n < 150; n += 1)
      ppns.post(box, { message: `${n}`, createdAt: world.clock.now() - n * 500 });
    await harness.drain();
    expect([harness.keeper.messages.size, gateway.violations]).toEqual([150, []]);
  });

  it('is read with the box id of another letter case', async () => {
    ppns.post(box, { message: 'one' });
    const upper = open({ boxId: box.toUpperCase() });
    expect([(await upper.poll()).ok, upper.keeper.messages.size]).toEqual([true, 1]);
  });

  it('asks for its token again, unseen, after a long sleep', async () => {
    await harness.poll();
    world.clock.suspend(9 * 3_600_000);
    await world.clock.advance(60_000);
    expect([reasonOf(await harness.poll()), gateway.calls.map(({ status }) => status)]).toEqual([
      'ok',
      [200, 200, 200, 200],
    ]);
  });

  it('asks for its token again, once, where HMRC ended it early', async () => {
    await harness.poll();
    gateway.expireTokens();
    expect([
      reasonOf(await harness.poll()),
      gateway.calls.map(({ status }) => status),
      gateway.violations,
    ]).toEqual(['ok', [200, 200, 401, 200, 200], []]);
  });
});

describe('acknowledging', () => {
  it('marks what was asked for and nothing else', async () => {
    const ids = ['a', 'b', 'c'].map((message) => ppns.post(box, { message }));
    await harness.poll();
    const outcome = await acknowledge([ids[0] ?? '', ids[2] ?? '']);
    expect([outcome.failed, outcome.acknowledged.length, statuses(), ppns.acknowledgements.length]).toEqual([
      [],
      2,
      ['ACKNOWLEDGED', 'PENDING', 'ACKNOWLEDGED'],
      1,
    ]);
  });

  it('of 230 takes three calls inside the limit', async () => {
    const ids = Array.from({ length: 230 }, (_, n) => ppns.post(box, { message: `${n}` }));
    const outcome = await acknowledge(ids);
    expect([
      outcome.acknowledged.length,
      ppns.acknowledgements.map((call) => call.ids.length),
      gateway.violations,
    ]).toEqual([230, [100, 100, 30], []]);
  });

  it('is harmless to repeat after an answer that was lost', async () => {
    const id = ppns.post(box, { message: 'a' });
    await harness.poll();
    gateway.faults.next({ kind: 'drop-after-handling' }, { path: ACKNOWLEDGE });
    const first = await acknowledge([id]);
    const second = await acknowledge([id]);
    expect([first, second, statuses()]).toEqual([
      { acknowledged: [], failed: [[id, 'broken-off']] },
      { acknowledged: [id], failed: [] },
      ['ACKNOWLEDGED'],
    ]);
  });

  it.each([
    ['a web page', faults.html(200)],
    ['JSON', faults.okWithErrorBody()],
    ['nothing', faults.empty(200)],
  ])('is not believed where %s comes under a 200 in its place, and is sent again', async (_, fault) => {
    const id = ppns.post(box, { message: 'a' });
    gateway.faults.next(fault, { path: ACKNOWLEDGE });
    const first = await acknowledge([id]);
    const before = statuses();
    expect([first, before, await acknowledge([id]), statuses()]).toEqual([
      { acknowledged: [], failed: [[id, 'unexpected-answer']] },
      ['PENDING'],
      { acknowledged: [id], failed: [] },
      ['ACKNOWLEDGED'],
    ]);
  });

  it('counts as done for what has expired upstream meanwhile', async () => {
    expect(await acknowledge([randomUUID()])).toMatchObject({ failed: [] });
  });

  it('in a box of another application fails for each, with the reason', async () => {
    const foreign = open({ boxId: ppns.createBox('other') });
    const [one, two] = [randomUUID(), randomUUID()];
    expect(await acknowledge([one, two], foreign)).toEqual({
      acknowledged: [],
      failed: [
        [one, 'box-not-yours'],
        [two, 'box-not-yours'],
      ],
    });
  });
});

describe('testing an account', () => {
  const test = async () => {
    const outcome = await harness.session.test(harness.sourceContext());
    return outcome.ok ? outcome.value.sentence : outcome.failure.reason;
  };

  it('says in a sentence what it found, and changes nothing', async () => {
    const empty = await test();
    ppns.post(box, { message: 'waits' });
    const waiting = await test();
    gateway.faults.next(faults.okWithErrorBody(), { path: LIST });
    const broken = await test();
    expect([empty, waiting, broken, statuses(), gateway.violations]).toEqual([
      'Connected: the box answers, and nothing waits in it.',
      'Connected: the box answers and holds messages waiting.',
      'unexpected-answer',
      ['PENDING'],
      [],
    ]);
  });
});

describe('the limits of two boxes of one application', () => {
  const listKey = (changes: Partial<PpnsAccount>) =>
    ppnsSource.limits({ ...world.account(), ...changes }, 'list')[0]?.key;

  it('are one, unless the account says that each box has its own', () => {
    const [a, b] = [randomUUID(), randomUUID()];
    expect([
      listKey({ boxId: a }) === listKey({ boxId: b }),
      listKey({ boxId: a, listLimitPer: 'box' }) === listKey({ boxId: b, listLimitPer: 'box' }),
      listKey({ boxId: a, listLimitPer: 'box' }) === listKey({ boxId: a, listLimitPer: 'box', id: 'again' }),
    ]).toEqual([true, false, true]);
  });
});
