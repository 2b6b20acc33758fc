import { expect, it } from 'vitest';
import type { EngineEvent } from '../../shared/engine-api.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { createSystemProxy } from './system-proxy.ts';

it('asks the shell, gives each its own answer, and waits no longer than 20 s', async () => {
  const clock = createFakeClock();
  const events: EngineEvent[] = [];
  const system = createSystemProxy(clock, (event) => void events.push(event));
  const [first, second, third] = ['a', 'b', 'c'].map((host) => system.ask(`https://${host}.test/`));
  system.found(2, 'PROXY p:1');
  system.found(1, null);
  system.found(9, 'DIRECT');
  await clock.advance(20_000);
  const none = failed(
    failure('proxy-unreachable', {
      detail: 'the system did not say in time which proxy to take: its PAC file may not be reached',
    }),
  );
  expect([events, await first, await second, await third]).toEqual([
    ['a', 'b', 'c'].map((host, index) => ({
      event: 'proxyWanted',
      ask: index + 1,
      url: `https://${host}.test/`,
    })),
    none,
    ok('PROXY p:1'),
    none,
  ]);
});
