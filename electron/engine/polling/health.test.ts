import { describe, expect, it } from 'vitest';
import { failure, REASONS } from '../../../shared/failure.ts';
import { mayRetry, nextHealth, pausedHealth, startingHealth, stateOfReason, type Health } from './health.ts';

const polling: Health = {
  state: 'polling',
  since: 1000,
  failure: null,
  until: null,
  nextSlotAt: 70_000,
  checkedAt: 60_000,
};
const down = failure('server-error', { status: 503 });
const refused = failure('credentials-refused', { status: 401 });

describe('the health of an account', () => {
  it('is polling from its first good round on, and since then', () => {
    const first = nextHealth(startingHealth(100, null), { is: 'checked', at: 190 }, 200);
    const second = nextHealth(first, { is: 'checked', at: 10_190 }, 10_200);
    expect([first, second]).toEqual([
      { state: 'polling', since: 200, failure: null, until: null, nextSlotAt: null, checkedAt: 190 },
      { state: 'polling', since: 200, failure: null, until: null, nextSlotAt: null, checkedAt: 10_190 },
    ]);
  });

  it('is backing off until a time, for a reason, while what was checked stays as of then', () => {
    expect(nextHealth(polling, { is: 'failed', failure: down, until: 75_000 }, 71_000)).toEqual({
      ...polling,
      state: 'backing-off',
      since: 71_000,
      failure: down,
      until: 75_000,
    });
  });

  it('keeps the time since when it is backing off through further failures', () => {
    const once = nextHealth(polling, { is: 'failed', failure: down, until: 75_000 }, 71_000);
    const twice = nextHealth(once, { is: 'failed', failure: down, until: 90_000 }, 76_000);
    expect([twice.since, twice.until]).toEqual([71_000, 90_000]);
  });

  it('says that it is trying again without claiming that all is well', () => {
    const off = nextHealth(polling, { is: 'failed', failure: down, until: 75_000 }, 71_000);
    expect(nextHealth(off, { is: 'trying' }, 75_000)).toEqual({ ...off, until: null });
  });

  it('plans no call where only a person can mend it', () => {
    expect(nextHealth(polling, { is: 'failed', failure: refused, until: 75_000 }, 71_000)).toEqual({
      ...polling,
      state: 'signed-out',
      since: 71_000,
      failure: refused,
      nextSlotAt: null,
    });
  });

  it('forgets the failure after a good round', () => {
    const off = nextHealth(polling, { is: 'failed', failure: down, until: 75_000 }, 71_000);
    expect(nextHealth(off, { is: 'checked', at: 75_100 }, 75_200)).toEqual({
      ...polling,
      since: 75_200,
      checkedAt: 75_100,
    });
  });

  it('is paused where a person paused it, as of when it was last checked', () => {
    expect(pausedHealth(500, 400)).toEqual({ ...startingHealth(500, 400), state: 'paused' });
  });
});

it('puts every reason that waiting can mend in a state that goes on, and every other in one that waits', () => {
  const goesOn = REASONS.filter((reason) => ['backing-off', 'offline'].includes(stateOfReason[reason]));
  expect(goesOn).toEqual(REASONS.filter((reason) => mayRetry(failure(reason))));
});
