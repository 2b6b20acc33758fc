import { describe, expect, it } from 'vitest';
import { scanXml } from './scan-xml.ts';

const LIMITS = { bytes: 10_000, depth: 3, attributes: 3, elements: 100 };

function scanned(text: string): unknown {
  const seen: string[] = [];
  const result = scanXml(new TextEncoder().encode(text), LIMITS, (name, attribute, depth) =>
    seen.push(`${depth} ${name} ${attribute('href')}`),
  );
  return result.ok ? seen : result.failure;
}

describe('walking a long document', () => {
  it('tells of each element in order, with its attributes and depth', () => {
    expect(scanned('<r><p:link xmlns:p="u" href="/a&amp;b"/><link/><g><link href="c"/></g></r>')).toEqual([
      '1 r null',
      '2 link /a&b',
      '2 link null',
      '2 g null',
      '3 link c',
    ]);
  });

  it('keeps to the limits that it is given, and is as strict as reading a whole one', () => {
    expect(
      [
        `<r>${'<a/>'.repeat(100)}</r>`,
        '<a><b><c><d/></c></b></a>',
        `<r>${'x'.repeat(10_000)}</r>`,
        '<r><a>',
      ].map(scanned),
    ).toEqual([
      { problem: 'more than 100 elements', line: 1 },
      { problem: 'nested deeper than 3 levels', line: 1 },
      { problem: '10007 bytes long; at most 10000 are read', line: null },
      { problem: 'unclosed tag: a', line: 1 },
    ]);
  });
});
