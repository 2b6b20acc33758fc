/**
 * Reads `npm test`'s arguments: `--unit` or `--e2e` selects one half, `--e2e` alone with filters hands them to
 * Playwright, and filters without a choice go to Vitest alone.
 *
 * @param {readonly string[]} args
 * @returns {{ unit: readonly string[] | null, e2e: readonly string[] | null }} the arguments for each half that is
 *   to run
 */
export function readTestOptions(args) {
  const filters = args.filter((arg) => arg !== '--unit' && arg !== '--e2e');
  const unit = args.includes('--unit');
  const e2e = args.includes('--e2e');
  if (unit && e2e) return { unit: filters, e2e: filters };
  if (e2e) return { unit: null, e2e: filters };
  if (unit || filters.length > 0) return { unit: filters, e2e: null };
  return { unit: [], e2e: [] };
}
