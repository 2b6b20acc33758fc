import { describe, expect, it } from 'vitest';
import { QUIET_RULES, type QuietRule } from '../quiet.ts';
import { quietWords } from './quiet-words.ts';

describe('the words of a silence', () => {
  it.each<[QuietRule, number, string]>([
    ['registration', 60, 'No answer 60 min after registration'],
    ['arrival', 15, 'No answer 15 min after arrival'],
    ['clearance', 240, 'Not cleared 4 h after acceptance'],
    ['final-tax', 2 * 1440, 'No final tax calculation after 48 h'],
    ['exit', 7 * 1440, 'No exit reported 7 days after clearance'],
    ['documents', 90, 'Documents due within 90 min'],
    ['documents', -180, 'The limit for documents passed 3 h ago'],
  ])('of %s with %i minutes are "%s"', (rule, minutes, title) => {
    expect(quietWords[rule].title(minutes)).toBe(title);
  });

  it('are there for every rule, each title its own', () => {
    const titles = QUIET_RULES.map((rule) => quietWords[rule].title(30));
    expect([Object.keys(quietWords).sort(), new Set(titles).size]).toEqual([
      [...QUIET_RULES].sort(),
      titles.length,
    ]);
  });
});
