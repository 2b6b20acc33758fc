import { describe, expect, it } from 'vitest';
import { jpmSourceWorld } from './jpm-source-world.ts';

const world = jpmSourceWorld();

describe('an id that comes again', () => {
  it('with another content is kept beside the first, once, whatever is restarted', async () => {
    const row = world.post();
    await world.drain();
    row.overrides = {
      ...row.overrides,
      notificationDescription: 'first',
      paymentUpdateNotification: { amount: '1' },
    };
    await world.drain();
    await world.drain();
    world.harness.restart();
    await world.drain();
    const ids = [...world.harness.keeper.messages.keys()];
    expect([ids.length, ids[0], ids[1]?.startsWith(`${row.id}\n~`)]).toEqual([2, row.id, true]);
  });

  it('with the same content is one notification, and its delivery status follows', async () => {
    const row = world.post();
    await world.drain();
    world.harness.restart();
    await world.drain();
    expect(Object.keys(world.held())).toEqual([row.id]);
  });

  it('is asked for by the id that J.P. Morgan knows', async () => {
    const row = world.post();
    await world.drain();
    row.overrides = { ...row.overrides, paymentUpdateNotification: { amount: '2' } };
    await world.drain();
    const version = [...world.harness.keeper.messages.keys()][1] ?? '';
    const answer = await world.harness.session.refresh?.(world.harness.sourceContext(), version);
    expect([answer?.ok, answer?.ok === true ? answer.value?.remoteId : null]).toEqual([true, version]);
  });
});
