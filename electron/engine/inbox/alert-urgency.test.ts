import { describe, expect, it } from 'vitest';
import { urgencyOf } from './alert-urgency.ts';

const now = Date.parse('2026-11-22T09:00:00.000Z');

describe('how an alert interrupts', () => {
  it.each([
    ...['03', '05', '14', '50', '51', '52'].map((code) => [code, null, 'critical'] as const),
    ...['10', '11', '13', '15', '17', '18'].map((code) => [code, null, 'normal'] as const),
    ['18', '2026-11-22T10:00:00.000Z', 'normal'],
    ['06', null, 'normal'],
    ['06', '2026-11-23T09:00:01.000Z', 'normal'],
    ['06', '2026-11-23T09:00:00.000Z', 'critical'],
    ['06', '2026-11-21T09:00:00.000Z', 'critical'],
    ['99', null, 'critical'],
    [null, null, 'critical'],
  ] as const)('for the function code %s with the limit %s is %s', (functionCode, deadline, urgency) => {
    expect(urgencyOf({ kind: 'dms', functionCode }, deadline, now)).toBe(urgency);
  });

  it('is critical for what is no declaration’s message', () => {
    expect(urgencyOf({ kind: 'ppns', functionCode: '06' }, null, now)).toBe('critical');
  });
});
