import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../support/fake-clock.ts';
import { seeded } from '../cds/chance.ts';
import { jpmEvents } from './events/jpm-events.ts';
import { inProcessJpm } from './in-process.ts';
import type { Irregularity } from './irregularities.ts';
import { jpmCaller } from './jpm-caller.ts';

const wall = Date.UTC(2026, 10, 20, 9, 0, 0);

/** A notification of a changed plan as the search writes it. */
async function written(...irregularities: readonly Irregularity[]): Promise<Record<string, unknown>> {
  const clock = createFakeClock({ wall });
  const client = { entity: { id: '012345678901', type: 'MERCHANT' } } as const;
  const jpm = inProcessJpm(clock, { random: seeded(5), client });
  const content = { planId: 'QY1', planName: 'Winter mooring' };
  const event = { family: 'recurringProgramNotification', subType: 'PlanUpdated', content };
  jpm.notify(event, { irregularities, ...(irregularities.includes('opaque-id') ? {} : { id: 'n-1' }) });
  const { body } = await jpmCaller(jpm, jpm.http).get('/notifications?status=SENT');
  const [item] = (body as { notificationResponses: Record<string, unknown>[] }).notificationResponses;
  return item ?? {};
}

const planUpdated = { planId: 'QY1', planName: 'Winter mooring' };

describe('a notification', () => {
  it('is written in the order and the spelling of the specification', async () => {
    expect(Object.entries(await written()).map(([key, value]) => [key, typeof value])).toEqual([
      ['notificationId', 'string'],
      ['merchantId', 'string'],
      ['notificationType', 'string'],
      ['notificationSubType', 'string'],
      ['notificationDescription', 'string'],
      ['messageCreateTimestamp', 'string'],
      ['subscriptionId', 'string'],
      ['callbackURL', 'string'],
      ['recurringProgramNotification', 'object'],
    ]);
  });

  it.each<[Irregularity, Record<string, unknown>]>([
    ['numeric-merchant-id', { merchantId: 12_345_678_901 }],
    ['call-back-url', { callBackUrl: expect.any(String), callbackURL: undefined }],
    [
      'plan-ID',
      { recurringProgramNotification: { planUpdated: { planID: 'QY1', planName: 'Winter mooring' } } },
    ],
    ['tab-in-subscription-id', { subscriptionId: expect.stringMatching(/^[\da-f-]{24}\t[\da-f]{12}$/) }],
    ['tab-in-notification-id', { notificationId: 'n-1\t' }],
    ['camel-types', { notificationType: 'recurringProgramNotification' }],
    ['camel-sub-types', { notificationSubType: 'planUpdated' }],
    ['description-in-words', { notificationDescription: 'Plan Updated' }],
    ['response-fields', { responseStatus: 'SUCCESS', responseCode: 'ACCEPTED' }],
    [
      'unknown-family',
      {
        notificationType: 'TidalNotification',
        notificationSubType: 'TideTurned',
        tidalNotification: { planUpdated },
        recurringProgramNotification: undefined,
      },
    ],
    ['missing-content', { recurringProgramNotification: undefined }],
    ['empty-family', { recurringProgramNotification: {} }],
    ['shouted-family', { RECURRINGPROGRAMNOTIFICATION: { planUpdated } }],
    ['misnamed-family', { eventContent: { planUpdated } }],
    ['no-notification-id', { notificationId: undefined }],
    ['no-timestamp', { messageCreateTimestamp: undefined }],
    ['offset-timestamp', { messageCreateTimestamp: '2026-11-20T09:00:00+00:00' }],
    ['opaque-id', { notificationId: expect.stringMatching(/^[\da-f]{4}(-[\da-f]{4}){3}-[\da-f]{10}$/) }],
  ])('may come with %s', async (irregularity, members) => {
    const item = await written(irregularity);
    expect(Object.fromEntries(Object.keys(members).map((key) => [key, item[key]]))).toEqual(members);
  });

  it('may have any member replaced or left out', async () => {
    const clock = createFakeClock({ wall });
    const jpm = inProcessJpm(clock, { settings: { irregularities: ['camel-types'] } });
    jpm.notify(jpmEvents.systemMessage(Math.random, wall), {
      overrides: { notificationSubType: null, callbackURL: undefined },
    });
    const { body } = await jpmCaller(jpm, jpm.http).get('/notifications?status=SENT');
    expect((body as { notificationResponses: unknown[] }).notificationResponses).toEqual([
      {
        notificationId: expect.any(String),
        merchantId: jpm.client.entity.id,
        notificationType: 'systemNotification',
        notificationSubType: null,
        notificationDescription: 'MessageAlert',
        messageCreateTimestamp: '2026-11-20T09:00:00.000Z',
        subscriptionId: expect.any(String),
      },
    ]);
  });
});
