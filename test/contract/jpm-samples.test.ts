import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isShown } from '../../electron/engine/decode/jpm/is-shown.ts';
import { jpmDecoder } from '../../electron/engine/decode/jpm/jpm-decoder.ts';
import { readErrorBody } from '../../electron/engine/sources/jpm-notifications/error-body.ts';
import {
  readSearchAnswer,
  readSingleAnswer,
} from '../../electron/engine/sources/jpm-notifications/search-answer.ts';
import { jpmEvent } from '../../shared/catalogue/payments/jpm.ts';
import { factsSchema } from '../../shared/notification.ts';

const SAMPLES = join(import.meta.dirname, '../../../shared/facts/samples/jpm');
const isHere = existsSync(SAMPLES);
if (!isHere) console.info(`Skipped: J.P. Morgan's samples are not at ${SAMPLES}.`);

const sample = (name: string): Buffer => readFileSync(join(SAMPLES, name));
const facts = (name: string) => jpmDecoder.decode(sample(name)).map((part) => factsSchema.parse(part.facts));

const dictionarySchema = z.object({
  subscribableSubtypes: z.record(z.string(), z.array(z.string())),
  contentFields: z.record(z.string(), z.array(z.object({ path: z.string(), type: z.string() }))),
});
const dictionary = () =>
  dictionarySchema.parse(JSON.parse(sample('notification-field-dictionary.json').toString('utf8')));

describe.skipIf(!isHere)('J.P. Morgan’s samples', () => {
  it.each([
    [
      'derived.payment-approved.json',
      'PaymentApproved',
      'info',
      'approved',
      'payment payment-request order merchant',
      '1299 USD Amount as sent',
    ],
    [
      'derived.recurring-payment-not-applied.json',
      'PaymentNotApplied',
      'act',
      'failed',
      'payment plan programme merchant',
      '10000 USD Transaction amount as sent',
    ],
    [
      'derived.refund-errored.json',
      'RefundErrored',
      'act',
      'failed',
      'payment order merchant',
      '1299 USD Amount as sent',
    ],
    [
      'get-notification-by-id.recurring-plan-updated.json',
      'PlanUpdated',
      'info',
      'updated',
      'plan merchant',
      '10000 USD Plan amount as sent',
    ],
    [
      'get-notifications.recurring-plan-updated.json',
      'PlanUpdated',
      'info',
      'updated',
      'plan merchant',
      '10000 USD Plan amount as sent',
    ],
  ])('%s is read', (name, type, attention, outcome, references, money) => {
    const read = facts(name).map((one) => [
      one.type,
      one.attention,
      one.outcome,
      one.references.map(({ kind }) => kind).join(' '),
      one.payments.map((line) => `${line.amount} ${line.currency} ${line.name}`).join(', '),
    ]);
    expect(read).toEqual([[type, attention, outcome, references, money]]);
    expect(JSON.stringify(jpmDecoder.decode(sample(name)))).not.toContain('merchant.notification.com');
  });

  it('are the same message under the same id, by search or by id', () => {
    const [listed] = readSearchAnswer(sample('get-notifications.recurring-plan-updated.json')) ?? [];
    const single = readSingleAnswer(sample('get-notification-by-id.recurring-plan-updated.json'));
    expect([listed?.remoteId, listed?.createdAt]).toEqual([
      single?.remoteId,
      Date.parse('2020-08-07T09:52:25.686Z'),
    ]);
  });

  it('of a gateway’s error are understood', () => {
    expect(readErrorBody(sample('error-401.gateway.json'))).toMatchObject({
      form: 'gateway',
      code: 'EDG00012',
    });
  });

  it('that are no notifications are not taken for any', () => {
    const others = readdirSync(SAMPLES).filter((name) =>
      /^(healthcheck|public-keys|sibling-|post-subs|get-notification-types)/.test(name),
    );
    expect(others.length).toBeGreaterThan(6);
    expect(others.flatMap((name) => readSearchAnswer(sample(name)) ?? [])).toEqual([]);
    expect(others.flatMap((name) => facts(name).map(({ kind }) => kind))).not.toContain('dms');
  });
});

describe.skipIf(!isHere)('the table of sub-types', () => {
  it('has a title for each one that can be subscribed to', () => {
    const missing = Object.entries(dictionary().subscribableSubtypes).flatMap(([family, subTypes]) =>
      subTypes
        .filter((subType) => subType !== 'All' && jpmEvent(family, subType) === null)
        .map((subType) => `${family} ${subType}`),
    );
    expect(missing).toEqual([]);
  });

  it('has one for each that has content', () => {
    const missing = Object.entries(dictionary().contentFields).flatMap(([family, fields]) =>
      fields
        .filter(
          ({ path, type }) => type === 'object' && !path.includes('.') && jpmEvent(family, path) === null,
        )
        .map(({ path }) => path),
    );
    // These stand beside the sub-type.
    expect(missing.sort()).toEqual(['disputeAmount', 'merchantAddress', 'paymentAmount']);
  });
});

describe.skipIf(!isHere)('of all fields that J.P. Morgan has', () => {
  const shownLeaves = () =>
    Object.values(dictionary().contentFields).flatMap((fields) =>
      fields.flatMap(({ path, type }) => {
        // As the decoder sees it: below the sub-type, whose own name says nothing of what is in it.
        const names = path.replaceAll('[]', '').split('.');
        const below = names.length > 1 ? ['content', ...names.slice(1)] : names;
        const value = type === 'boolean' ? true : 'x';
        const leaf = { path: below, name: below.at(-1) ?? '', value, holder: {} };
        return type !== 'object' && isShown(leaf) ? [path] : [];
      }),
    );

  it('none that names, reaches or locates a person is shown, nor a number of a card or an account', () => {
    const suspicious =
      /name$|mail|phone|address|birth|postal|city|street|iban|bban|(account|token|card|routing|phone|identification)Number$|url|website|memo|holder|parties|partyDetails|identity\b|userId/i;
    const shown = shownLeaves().filter((path) => suspicious.test(path));
    expect([...new Set(shown.map((path) => path.split('.').at(-1)))].sort()).toEqual([
      'activityName',
      'cardProductName',
      'disputeDecisionName',
      'disputeStageName',
      'last4AccountNumber',
      'last4CardNumber',
      'last4PaymentAccountNumber',
      'networkName',
      'planName',
      'recurringProgramName',
    ]);
  });

  it('those that a clerk needs are', () => {
    const shown = new Set(shownLeaves());
    const wanted = [
      'disputeMerchantResponseRequested.responseDueDate',
      'disputeMerchantResponseRequested.messageToMerchant',
      'paymentDeclined.responseMessage',
      'paymentNotApplied.responseCode',
      'payoutFailure.payoutIdentifier',
      'achReturnReceived.returnReasonDescription',
      'tokenStateChange.cardTokenStatusTypeCode',
      'backupWithholdingPending.backupWithholdingEffectiveDate',
    ];
    expect(wanted.filter((path) => !shown.has(path))).toEqual([]);
  });
});
