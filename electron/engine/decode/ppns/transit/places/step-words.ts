import { lazily, tableRows } from '../data/table-rows.ts';
import steps from '../data/steps.tsv?raw';

/** How one element of a message is called. */
export interface StepWords {
  /** As the scheme spells it. */
  readonly name: string;
  /** Empty for a group that says nothing to a person. */
  readonly words: string;
  /** Whether there may be several, so that its position says which. */
  readonly isNumbered: boolean;
}

/** Null for an element that is not known. Case counts only where it tells two elements apart: `UnloadingRemark`, `unloadingRemark`. */
export const stepWords = (name: string): StepWords | null =>
  known().get(name) ?? known().get(name.toLowerCase()) ?? null;

const known = lazily(() => {
  const rows = tableRows(steps).map(([name = '', words = '', numbered]): StepWords => {
    return { name, words, isNumbered: numbered === 'yes' };
  });
  return new Map([
    ...rows.map((row) => [row.name.toLowerCase(), row] as const),
    ...rows.map((row) => [row.name, row] as const),
  ]);
});

/** An element's own name, parted at its capitals: `someNewField` is `some new field`. */
export const partedName = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word) => (/^[A-Z]{2,}\d*$/.test(word) ? word : word.toLowerCase()))
    .join(' ');
