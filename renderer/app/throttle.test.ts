import { describe, expect, it } from 'vitest';
import { throttled } from './throttle.ts';

function handClock() {
  const waiting: (() => void)[] = [];
  return {
    after: (_ms: number, run: () => void) => {
      waiting.push(run);
      return () => undefined;
    },
    pass: () => waiting.splice(0).forEach((run) => run()),
  };
}

describe('a throttled call', () => {
  it('runs at once, then once for all that came during the pause', () => {
    const clock = handClock();
    let runs = 0;
    const call = throttled(clock, 100, () => (runs += 1));
    const seen: number[] = [];
    call();
    seen.push(runs);
    call();
    call();
    seen.push(runs);
    clock.pass();
    seen.push(runs);
    clock.pass();
    seen.push(runs);
    call();
    seen.push(runs);
    expect(seen).toEqual([1, 1, 2, 2, 3]);
  });
});
