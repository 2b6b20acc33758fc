import { describe, expect, it } from 'vitest';
import { createTurns } from './in-turn.ts';

describe('turns', () => {
  it('do one thing at a time, in order, past one that fails', async () => {
    const inTurn = createTurns();
    const log: string[] = [];
    const act = (name: string, fails = false) =>
      inTurn(async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const outcomes = await Promise.allSettled([act('a'), act('b', true), act('c')]);
    expect([log, outcomes.map(({ status }) => status)]).toEqual([
      ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'],
      ['fulfilled', 'rejected', 'fulfilled'],
    ]);
  });
});
