import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCardTokens } from '../../electron/engine/cards/card-tokens.ts';
import { protectCards } from '../../electron/engine/cards/protect-cards.ts';
import { notificationIdentity } from '../../electron/engine/decode/mastercard/identity.ts';
import { mastercardDecoder } from '../../electron/engine/decode/mastercard/mastercard-decoder.ts';
import { factsSchema, type Facts } from '../../shared/notification.ts';

const SAMPLES = join(import.meta.dirname, '../../../shared/facts/samples/mastercard');
const isHere = existsSync(SAMPLES);
if (!isHere) console.info(`Skipped: Mastercard's published samples are not at ${SAMPLES}.`);

const read = (name: string): unknown => JSON.parse(readFileSync(join(SAMPLES, name), 'utf8'));

/** The notification objects of a sample: of an answer page, a push body, or the one that the file is. */
function notificationsOf(name: string): readonly object[] {
  const value = read(name) as object;
  if (Array.isArray(value)) return value as readonly object[];
  return 'notifications' in value ? (value.notifications as readonly object[]) : [value];
}

const names = isHere
  ? readdirSync(SAMPLES).filter((name) => /^(get-notifications|push-body|related)\..*json$/.test(name))
  : [];

const tokenOf = createCardTokens(new Uint8Array(32).fill(9));
const decode = (one: unknown) =>
  mastercardDecoder.decode(protectCards(new TextEncoder().encode(JSON.stringify(one)), tokenOf))[0];

const amounts = ({ payments }: Facts) =>
  payments.map(({ kind, amount, currency }) => `${kind} ${amount} ${currency ?? ''}`);

describe.skipIf(!isHere)('Mastercard’s published notifications', () => {
  it.each([
    [
      'get-notifications.iccp-payment-authorization.json',
      ['PAYMENT_AUTHORIZATION', 'info', 'approved', 'payment purchase-request'],
      ['billing 16100 JPY', 'transaction 9110 JPY'],
    ],
    [
      'get-notifications.bpc-payment-authorization.json',
      ['BPC_PAYMENT_AUTHORIZATION', 'act', 'declined', 'payment card'],
      ['billing 161.00 USD', 'transaction 91.10 USD'],
    ],
    [
      'get-notifications.iccp-clearing.json',
      ['CLEARING', 'info', 'returned', 'payment purchase-request'],
      ['cardholder 41.20 USD', 'settlement 12.30 USD', 'clearing 14.10 USD'],
    ],
    [
      'get-notifications.bps-payment-update.json',
      ['PAYMENT_UPDATE', 'info', 'approved', 'purchase-request bps-transaction'],
      [],
    ],
    [
      'get-notifications.icmp-token-provisioning.json',
      ['TOKEN_PROVISIONING_EVENT', 'info', 'updated', 'card purchase-request'],
      [],
    ],
    ['related.bpc-clearing-report-item.json', ['PAYMENT_CLEARING', 'watch', 'unknown', ''], []],
  ])('%s is read as what it is', (name, expected, money) => {
    const { facts } = decode(notificationsOf(name)[0]);
    const { type, attention, outcome, references } = facts;
    expect([
      [type, attention, outcome, references.map(({ kind }) => kind).join(' ')],
      amounts(facts),
    ]).toEqual([expected, money]);
  });

  it('come in push bodies as they come in answers, and are the same notifications', () => {
    const pulled = ['iccp-payment-authorization', 'iccp-clearing'].flatMap((name) =>
      notificationsOf(`get-notifications.${name}.json`),
    );
    const pushed = notificationsOf('push-body.assembled.json');
    expect(pushed.map(notificationIdentity)).toEqual(pulled.map(notificationIdentity));
  });

  it('all follow the contract, show no card number and nothing personal', () => {
    const decoded = names.flatMap((name) => notificationsOf(name).map(decode));
    const text = JSON.stringify(decoded);
    const personal = [
      'CXDzKYEdEbBI',
      'abc@email.com',
      '127.0.0.1',
      '38.63',
      '352099001761481',
      'zSqLUXpVDvIlGHq',
      'Wheel street',
    ];
    for (const { facts } of decoded) factsSchema.parse(facts);
    console.info(
      `Mastercard: ${names.length} samples, ${decoded.length} notifications, ` +
        `${decoded.filter(({ facts }) => facts.kind === 'payment').length} read as payments, ` +
        `${decoded.flatMap(({ facts }) => facts.problems).length} problems, ` +
        `${new Set(names.flatMap((name) => notificationsOf(name).map(notificationIdentity))).size} identities.`,
    );
    expect([personal.filter((word) => text.includes(word)), cardsIn(text), decoded.length]).toEqual([
      [],
      [],
      8,
    ]);
  });
});

/** Runs of a card number's length, but for the identifiers that the samples are known to show. */
const cardsIn = (text: string): readonly string[] =>
  (text.match(/(?<![\dA-Za-z.])\d{13,19}(?![\dA-Za-z])/g) ?? []).filter((digits) => !KNOWN_IDS.has(digits));

const KNOWN_IDS: ReadonlySet<string> = new Set(['497520000000000', '5995026075916099', '3911966485555']);
