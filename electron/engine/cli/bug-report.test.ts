import { expect, it } from 'vitest';
import { bugReport } from './bug-report.ts';

it('says where a bug is and never what it was about', () => {
  const report = bugReport(
    new TypeError('cannot read <Declaration>secret</Declaration>\n    at the secret place'),
  );
  expect([report.split('\n')[0], report.includes('secret'), report.includes('bug-report.test.ts')]).toEqual([
    'Quayside met a fault of its own (TypeError) and stopped. What was received is safe. Please report these lines:',
    false,
    true,
  ]);
  expect(bugReport('text').split('\n')).toHaveLength(1);
});
