// The test is no part of the window: it reads the file as it is written.
// eslint-disable-next-line no-restricted-imports
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The tokens of one block, as `name → #rrggbb`. */
function tokens(selector: string): ReadonlyMap<string, string> {
  const body = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Text on what it is written on: 4.5 to 1. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['ground', 'sheet', 'sunk', 'accent-soft', 'act-soft', 'watch-soft', 'good-soft', 'info-soft']],
  ['ink-2', ['ground', 'sheet', 'sunk', 'accent-soft']],
  ['ink-3', ['ground', 'sheet', 'sunk', 'accent-soft', 'act-soft', 'good-soft', 'info-soft']],
  ['accent', ['ground', 'sheet', 'accent-soft']],
  ['act', ['ground', 'sheet', 'act-soft', 'accent-soft']],
  ['watch', ['ground', 'sheet', 'watch-soft', 'accent-soft']],
  ['good', ['ground', 'sheet', 'good-soft']],
  ['info', ['ground', 'sheet', 'info-soft']],
  ['on-accent', ['accent']],
  ['on-act', ['act']],
];

/** The edges of controls, and bars that carry meaning: 3 to 1. */
const SHAPES: typeof TEXT = [
  ['edge', ['ground', 'sheet']],
  ['accent', ['ground', 'sheet', 'accent-soft']],
  ['act', ['sheet', 'accent-soft']],
  ['watch', ['sheet', 'accent-soft']],
];

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('the %s theme', (_name, selector) => {
  const theme = tokens(selector);
  const below = (pairs: typeof TEXT, least: number) =>
    pairs.flatMap(([front, backs]) =>
      backs.flatMap((back) => {
        const ratio = contrast(theme.get(front)!, theme.get(back)!);
        return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
      }),
    );

  it('has text that can be read', () => {
    expect(below(TEXT, 4.5)).toEqual([]);
  });

  it('has edges and bars that can be seen', () => {
    expect(below(SHAPES, 3)).toEqual([]);
  });
});
