import { beforeEach, describe, expect, it } from 'vitest';
import { gatewayError } from '../simulators/hmrc-gateway/answers.ts';
import { BoxWorld, DAY, MINUTE, SLOT } from '../simulators/ppns/box-world.ts';

let world: BoxWorld;
beforeEach(() => {
  world = new BoxWorld();
});

describe('a long page', () => {
  it('is asked for in smaller pieces until it comes, and in whole ones after it', async () => {
    for (let n = 0; n < 60; n += 1) world.post({ ago: DAY - n * MINUTE, text: `${n}`.padEnd(9000, 'x') });
    world.upstream.ppns.settings.responseLimitBytes = 100_000;
    const outcomes: string[] = [];
    while (outcomes.at(-1) !== 'done' && outcomes.length < 100) {
      const outcome = await world.poll();
      outcomes.push(outcome.ok ? (outcome.value.more ? 'more' : 'done') : outcome.failure.reason);
    }
    const failures = outcomes.filter((outcome) => outcome === 'server-error').length;
    expect([
      world.missed().length,
      outcomes.at(-1),
      failures < outcomes.length / 2,
      world.keeper.gaps,
    ]).toEqual([0, 'done', true, []]);
  });

  it('of a sweep that fails does not keep news waiting', async () => {
    for (let n = 0; n < 300; n += 1) world.post({ ago: 9 * DAY - n * MINUTE });
    await world.poll();
    world.upstream.intercept = (path) => {
      const from = new URL(path, 'http://x').searchParams.get('fromDate');
      const isOld = from === null || Date.parse(from) < world.clock.now() - DAY;
      return isOld ? gatewayError('gatewayTimeout', 'json') : null;
    };
    const delays: number[] = [];
    for (let n = 0; n < 10; n += 1) delays.push(await world.delayOfNews(`news ${n}`, 5));
    world.upstream.intercept = () => null;
    await world.pollUntilDrained();
    expect([Math.max(...delays) <= 2 * SLOT, world.missed()]).toEqual([true, []]);
  });
});
