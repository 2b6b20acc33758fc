import { lazily, tableRows } from '../data/table-rows.ts';
import rules from '../data/rules.tsv?raw';

/** What is known here of a rule of the scheme. */
export interface RuleWords {
  /** What it asks for, in our words; null where only its number is known. */
  readonly words: string | null;
  /** The elements that it speaks of, in words, at most three. */
  readonly about: readonly string[];
}

/** The rule of a number such as `R0007`, `C0505`, `G0034` or `BR20004`; null for one that is not in the table. */
export const ruleWords = (rule: string): RuleWords | null => known().get(rule.trim().toUpperCase()) ?? null;

const known = lazily(
  () =>
    new Map(
      tableRows(rules).map(([rule = '', words = '', about = '']) => [
        rule,
        {
          words: words === '' ? null : words,
          about: about === '' ? [] : about.split('; ').slice(0, 3),
        },
      ]),
    ),
);
