import { expect, it } from 'vitest';
import { closingLine, playwrightTotals, sumTotals, vitestTotals } from './test-totals.mjs';

const vitestReport = {
  numPassedTests: 10,
  numFailedTests: 2,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ],
};

it('counts a file of Vitest that cannot be loaded as a failure', () => {
  expect(vitestTotals(vitestReport, 1)).toEqual({ passed: 10, failed: 3, skipped: 2, flaky: 0 });
});

it('counts an error outside every test as a failure', () => {
  const report = { ...vitestReport, numFailedTests: 0, testResults: [] };
  expect(vitestTotals(report, 1)).toEqual({ passed: 10, failed: 1, skipped: 2, flaky: 0 });
  expect(vitestTotals(report, 0)).toEqual({ passed: 10, failed: 0, skipped: 2, flaky: 0 });
});

it('counts a Playwright test that passed at last as passed, and as flaky', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 } };
  expect(playwrightTotals(report, 1)).toEqual({ passed: 7, failed: 1, skipped: 3, flaky: 2 });
});

it('adds up, and mentions skipped and flaky tests only if there are any', () => {
  const some = { passed: 3, failed: 0, skipped: 1, flaky: 2 };
  const none = { passed: 4, failed: 1, skipped: 0, flaky: 0 };
  expect(closingLine(sumTotals([some, none]))).toBe(
    '7 passed, 1 failed, 1 skipped, 2 of the passed only when tried again',
  );
  expect(closingLine(none)).toBe('4 passed, 1 failed');
});
