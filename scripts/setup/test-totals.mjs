/** @typedef {{ passed: number, failed: number, skipped: number, flaky: number }} Totals `flaky` of those that passed did so only when tried again. */

/**
 * Counts a run of Vitest.
 *
 * @param {object} report its JSON report
 * @param {number} exitCode what it ended with: an error outside every test fails the run, and counts as one failure
 * @returns {Totals}
 */
export function vitestTotals(report, exitCode) {
  // A file that cannot even be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return atLeastOneFailure(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken,
      skipped: report.numPendingTests + report.numTodoTests,
      flaky: 0,
    },
    exitCode,
  );
}

/**
 * Counts a run of Playwright; a test that passed only when tried again counts as passed, and as flaky.
 *
 * @param {object} report its JSON report
 * @param {number} exitCode as above
 * @returns {Totals}
 */
export function playwrightTotals(report, exitCode) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure({ passed: expected + flaky, failed: unexpected, skipped, flaky }, exitCode);
}

/** @param {readonly Totals[]} parts */
export function sumTotals(parts) {
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), flaky: sum('flaky') };
}

/** The last line of a test run: `N passed, N failed`, and how many were skipped, or passed only when tried again, if any. */
export function closingLine({ passed, failed, skipped, flaky }) {
  return [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(flaky > 0 ? [`${flaky} of the passed only when tried again`] : []),
  ].join(', ');
}

function atLeastOneFailure(totals, exitCode) {
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}
