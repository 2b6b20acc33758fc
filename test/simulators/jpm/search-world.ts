import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { seeded } from '../cds/chance.ts';
import { jpmEvents } from './events/jpm-events.ts';
import { inProcessJpm, type InProcessJpm } from './in-process.ts';
import { jpmCaller, type JpmCaller } from './jpm-caller.ts';
import type { Circumstances } from './jpm-world.ts';
import type { JpmRow } from './notification-shelf.ts';
import type { JpmSettings } from './settings.ts';

/** 09:00 on Friday, 20 November 2026, when every search world begins. */
export const wall = Date.UTC(2026, 10, 20, 9, 0, 0);
export const HOUR = 3_600_000;

export interface SearchWorld {
  readonly clock: FakeClock;
  readonly jpm: InProcessJpm;
  readonly caller: JpmCaller;
  /** Notifies of a payment under this id. */
  readonly post: (id: string, circumstances?: Circumstances) => JpmRow;
}

/** A simulator on a fake clock and somebody who searches it. */
export function searchWorld(settings: Partial<JpmSettings> = {}): SearchWorld {
  const clock = createFakeClock({ wall });
  const random = seeded(7);
  const jpm = inProcessJpm(clock, { random, settings });
  return {
    clock,
    jpm,
    caller: jpmCaller(jpm, jpm.http),
    post: (id, circumstances = {}) =>
      jpm.notify(jpmEvents.paymentApproved(random, clock.now()), { id, ...circumstances }),
  };
}
