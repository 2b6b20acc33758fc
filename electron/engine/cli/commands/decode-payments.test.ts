import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seeded } from '../../../../test/simulators/cds/chance.ts';
import { ctcMessageReceived } from '../../../../test/simulators/ppns/ctc-messages.ts';
import { authorization } from '../../../../test/simulators/mastercard/events/authorization.ts';
import { clearing } from '../../../../test/simulators/mastercard/events/clearing.ts';
import { madeUpPurchase } from '../../../../test/simulators/mastercard/events/purchase.ts';
import { sourceNamed } from '../../sources/registry.ts';
import { linesIn, ran } from '../command-host.fixture.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quayside-decode-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function decoded(content: unknown, ...words: string[]) {
  const path = join(folder, 'file.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  const { status, stdout, stderr } = await ran(['decode', ...words, path], { sourceNamed });
  const lines = linesIn(stdout) as { source: string; kind: string; type: string; references: object[] }[];
  return { status, stdout, stderr, lines, brief: lines.map(({ source, type }) => [source, type]) };
}

const AT = Date.UTC(2026, 10, 22, 9, 40);
const random = seeded(7);
const purchase = madeUpPurchase(random, AT);
const notification = ({ subject, content }: { subject: string; content: unknown }) => ({
  subject,
  subscriptionName: 'ALL',
  pushStatus: 'NOT_APPLICABLE',
  createdTimestamp: new Date(AT).toISOString(),
  content,
});
const [authorised, cleared] = [
  notification(authorization(random, purchase, { masks: false })),
  notification(clearing(random, purchase, { masks: false })),
];

const PAYOUT = {
  notificationId: '0a5be4a2-7c58-4d33-9a86-0d7a53f0a7f1',
  notificationType: 'PayoutNotification',
  notificationSubType: 'PayoutFailure',
  messageCreateTimestamp: '2026-11-22T09:40:00.000Z',
  payoutNotification: { payoutFailure: { payoutIdentifier: 'P-1' } },
};

describe('decode of a file', () => {
  it.each([
    ['a page', { count: 2, offset: 0, limit: 100, total: 2, notifications: [authorised, cleared] }],
    ['what is pushed', [authorised, cleared]],
  ])('with %s of Mastercard’s writes a line for each notification', async (_what, content) => {
    expect(await decoded(content)).toMatchObject({
      status: 0,
      stderr: '',
      brief: [
        ['mastercard-cen', 'PAYMENT_AUTHORIZATION'],
        ['mastercard-cen', 'CLEARING'],
      ],
    });
  });

  it.each([
    ['the answer to a search', { notificationResponses: [PAYOUT, PAYOUT], responseStatus: 'SUCCESS' }, 2],
    ['a list', [PAYOUT], 1],
    ['one notification', PAYOUT, 1],
    ['an empty answer', { notificationResponses: [], responseStatus: 'SUCCESS' }, 0],
  ])('with %s of J.P. Morgan’s does so too', async (_what, content, count) => {
    const { status, brief } = await decoded(content);
    expect([status, brief]).toEqual([
      0,
      Array.from({ length: count }, () => ['jpm-notifications', 'PayoutFailure']),
    ]);
  });

  it('of one Mastercard notification, cut off, is a line that says so', async () => {
    const { status, lines } = await decoded(JSON.stringify(authorised).slice(0, -40));
    expect([status, lines.map(({ source, kind }) => [source, kind])]).toEqual([
      0,
      [['mastercard-cen', 'unrecognised']],
    ]);
  });

  it('prints no card number, however it is written, and the same card twice as the same', async () => {
    const numbers = [purchase.realCard.number, purchase.virtualCard.number];
    const grouped = numbers.map((number) => number.replace(/\d{4}(?=\d)/g, '$& '));
    const told = { ...PAYOUT, note: `card ${grouped.join(' and ')}`, number: Number(numbers[0]) };
    const outputs = [
      await decoded([authorised, cleared]),
      await decoded(told),
      await decoded(JSON.stringify(cleared).slice(0, -3)),
      await decoded({ ...authorised, subject: numbers[0] }),
    ];
    for (const number of [...numbers, ...grouped]) {
      expect(outputs.map(({ stdout, stderr }) => (stdout + stderr).includes(number))).not.toContain(true);
    }
    const cards = outputs[0]!.lines.map(({ references }) =>
      (references as { kind: string; value: string }[]).filter(({ kind }) => kind === 'card'),
    );
    expect(cards[0]).toEqual(cards[1]);
    expect(cards[0]!.length).toBeGreaterThan(0);
  });

  it('has tokens that say nothing to another run', async () => {
    const [first, second] = [await decoded([authorised]), await decoded([authorised])];
    expect(first.lines[0]!.references).not.toEqual(second.lines[0]!.references);
  });

  it('of a push-pull box stays what it was', async () => {
    const message = ctcMessageReceived({ type: 'IE029' });
    const element = { notificationId: 'n', boxId: 'b', messageContentType: 'application/json', message };
    expect((await decoded([element])).brief).toEqual([['hmrc-ppns', 'IE029']]);
    expect((await decoded(message)).brief).toEqual([['hmrc-ppns', 'IE029']]);
  });

  it('believes --source', async () => {
    const { brief } = await decoded([PAYOUT], '--source', 'mastercard-cen');
    expect(brief).toEqual([['mastercard-cen', 'unknown']]);
  });
});
