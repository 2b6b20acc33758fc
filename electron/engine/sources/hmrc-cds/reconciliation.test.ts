import { describe, expect, it } from 'vitest';
import { createReconciliation } from './reconciliation.ts';

const HOUR = 3_600_000;

describe('comparing what was read with what is held', () => {
  it('comes second after the start and every four hours, and never keeps unread messages waiting for two rounds', () => {
    const reconciliation = createReconciliation();
    const lists = [0, 10, 20, 30, 4 * HOUR, 4 * HOUR + 10, 4 * HOUR + 20].map((uptime) => {
      const queue = reconciliation.nextList(uptime);
      reconciliation.listed(queue, uptime, true);
      return queue;
    });
    expect(lists).toEqual(['unpulled', 'pulled', 'unpulled', 'unpulled', 'unpulled', 'pulled', 'unpulled']);
  });

  it('is tried again in turns with unread messages where it fails', () => {
    const reconciliation = createReconciliation();
    const lists = [true, false, true, false, true, true, true].map((isAnswered, uptime) => {
      const queue = reconciliation.nextList(uptime);
      reconciliation.listed(queue, uptime, isAnswered);
      return queue;
    });
    expect(lists).toEqual(['unpulled', 'pulled', 'unpulled', 'pulled', 'unpulled', 'pulled', 'unpulled']);
    expect(reconciliation.isDue(6)).toBe(false);
  });

  it('waits until unread messages could be listed', () => {
    const reconciliation = createReconciliation();
    reconciliation.listed('unpulled', 0, false);
    expect([reconciliation.nextList(1), reconciliation.isDue(1)]).toEqual(['unpulled', true]);
  });
});
