import type { Trade } from './made-up.ts';

/** One way that a declaration's messages follow each other. */
export interface Lifecycle {
  readonly trade: Trade;
  /** How often it is seen, in relation to the others. */
  readonly weight: number;
  /** Function codes with the status after a slash: `01`, `13/67`. */
  readonly steps: readonly string[];
}

const life = (trade: Trade, weight: number, steps: string): Lifecycle => ({
  trade,
  weight,
  steps: steps.split(' '),
});

/**
 * How declarations live. Sequences and their frequency follow HMRC's published trade-test messages; those
 * in which something goes wrong are as frequent there as tests make them, so they are rarer here.
 */
export const lifecycles: readonly Lifecycle[] = [
  life('import', 437, '01 13/67 13/4 09'),
  life('import', 47, '13/67 01 13/4 09'),
  life('import', 59, '01 09'),
  life('import', 27, '02 13/67 02 01 13/67 13/4 09'),
  life('import', 18, '02 02 01 09'),
  life('import', 12, '01 13/67 13/115 08 13/4 09'),
  life('import', 9, '01 13/67 02 11/39 13/67 13/4 07 09'),
  life('import', 8, '01 13/67 06 02 11/39 13/67 13/4 07 09'),
  life('import', 2, '01 13/67 05 06 02 11/39 13/67 13/4 07 09'),
  life('import', 4, '01 13/67 50'),
  life('import', 2, '14 15'),
  life('import', 3, '02 13/67 02 11/39 03'),
  life('import', 12, '03'),
  life('export', 31, '02 01 07 09 16/A1'),
  life('export', 38, '01 09 16/A1'),
  life('export', 12, '01 09'),
  life('export', 5, '01 09 02 11/39 10'),
  life('export', 2, '02 51 01 51'),
  life('export', 1, '01 09 18 16/A1'),
];

/**
 * Seconds between one message and the next: the median of the same published messages. In production
 * whatever waits for a person or a port takes far longer.
 */
export function medianGapSeconds(from: string, to: string): number {
  return gaps[`${from} ${to}`] ?? 1;
}

const gaps: Readonly<Record<string, number>> = {
  '01 13/67': 0,
  '13/67 13/4': 1,
  '13/67 06': 1,
  '13/67 05': 1,
  '13/67 50': 62,
  '13/67 02': 105,
  '13/67 13/115': 160,
  '13/67 01': 1,
  '13/4 09': 0,
  '13/4 07': 0,
  '13/115 08': 0,
  '08 13/4': 60,
  '01 07': 1,
  '01 09': 1,
  '02 01': 12,
  '02 02': 224,
  '02 13/67': 0,
  '02 51': 30,
  '01 51': 180,
  '02 11/39': 1,
  '11/39 03': 0,
  '11/39 10': 1,
  '11/39 13/67': 1,
  '05 06': 0,
  '06 02': 201,
  '07 09': 0,
  '09 16/A1': 71,
  '09 02': 757,
  '09 18': 900,
  '18 16/A1': 900,
  '14 15': 600,
};
