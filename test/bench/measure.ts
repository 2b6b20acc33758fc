/** How long something took, in milliseconds. `first` is the first run, before anything was warm. */
export interface Timing {
  readonly runs: number;
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/** Runs `work` that often, one after the other, each with its number. */
export async function measure(runs: number, work: (run: number) => unknown): Promise<Timing> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) taken.push(await timed(() => work(run)));
  const sorted = [...taken].sort((a, b) => a - b);
  return {
    runs,
    first: rounded(taken[0]!),
    p50: rounded(percentile(sorted, 0.5)),
    p95: rounded(percentile(sorted, 0.95)),
    worst: rounded(sorted.at(-1)!),
  };
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The smallest of the sorted values that `share` of them do not exceed. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;

export const perSecond = (count: number, ms: number): number => Math.round(count / (ms / 1000));

export const rounded = (value: number): number => Math.round(value * 1000) / 1000;
