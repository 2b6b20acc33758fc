import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from './read-xml.ts';

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

const outcome = (text: string) => {
  const started = performance.now();
  const document = readXml(new TextEncoder().encode(text));
  // The machine is shared: this bound tells "bounded" from "hangs", not fast from slow.
  expect(performance.now() - started).toBeLessThan(3000);
  return document.ok ? 'read' : document.failure.problem;
};

const DTD = 'a document type definition (DTD) is not accepted';

describe('hostile documents cost bounded time and are refused', () => {
  it.each([
    [
      'billion laughs',
      `<!DOCTYPE l [<!ENTITY l0 "lol">${times(9, (n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`)}]><l>&l9;</l>`,
      DTD,
    ],
    [
      'quadratic blow-up',
      `<!DOCTYPE l [<!ENTITY a "${'a'.repeat(50_000)}">]><l>${'&a;'.repeat(50_000)}</l>`,
      DTD,
    ],
    ['external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', DTD],
    ['external DTD', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>', DTD],
    ['parameter entity', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]><a/>', DTD],
    ['200,000 nested elements', '<a>'.repeat(200_000), 'nested deeper than 64 levels'],
    [
      'a million attributes',
      `<a ${times(1_000_000, (n) => `a${n}="" `)}/>`,
      '10888895 bytes long; at most 8388608 are read',
    ],
    [
      '90,000 attributes',
      `<a ${times(90_000, (n) => `a${n.toString(36)}="" `)}/>`,
      'an element has more than 64 attributes',
    ],
    ['too many elements', `<a>${'<b/>'.repeat(260_000)}</a>`, 'more than 200000 elements'],
    ['an attribute that is an entity bomb', '<a b="&l9;"/>', 'undefined entity'],
    ['200,000 bare ampersands', `<a>${'&'.repeat(200_000)}</a>`, 'an & that is not written as &amp;'],
    ['an endless comment', `<a><!--${'x'.repeat(1_000_000)}`, 'unclosed tag: a'],
    ['a sign-in page', '<!doctype html><html><body>Sign in<br></body></html>', 'incorrect syntax'],
    ['50 MB', `<a>${'x'.repeat(50_000_000)}</a>`, '50000007 bytes long; at most 8388608 are read'],
  ])('%s', (_what, text, problem) => {
    expect(outcome(text)).toBe(problem);
  });

  it.each([
    ['64 levels', '<a>'.repeat(64) + '</a>'.repeat(64)],
    ['a megabyte of text', `<a>${'x'.repeat(1_000_000)}</a>`],
    ['a megabyte of blanks', `<a${' '.repeat(1_000_000)}/>`],
    ['a megabyte of comments', `<a>${'<!---->'.repeat(140_000)}</a>`],
    ['a megabyte of CDATA', `<a>${'<![CDATA[x]]>'.repeat(80_000)}</a>`],
    ['an avalanche of references', `<a>${'&#65;'.repeat(150_000)}</a>`],
    ['50,000 names', `<a>${times(49_999, (n) => `<a${n}/>`)}</a>`],
    ['names that objects inherit', '<a toString="1"><toString>x</toString><hasOwnProperty/><length/></a>'],
  ])('what is merely large or odd is read: %s', (_what, text) => {
    expect(outcome(text)).toBe('read');
  });

  it('leaves every object as it was', () => {
    outcome('<a><__proto__><polluted>1</polluted></__proto__></a>');
    outcome('<a __proto__="1" constructor="2"><b __proto__="3"/></a>');
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never throws, whatever the bytes', () => {
    const markup = fc.constantFrom(
      '<',
      '>',
      '/',
      '&',
      ';',
      '"',
      '=',
      '?',
      '!',
      '[',
      ']',
      '-',
      ':',
      'a',
      ' ',
      '\n',
      '#x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc
            .array(markup, { maxLength: 60 })
            .map((parts) => new TextEncoder().encode(`<a>${parts.join('')}</a>`)),
        ),
        (input) => {
          const document = readXml(input);
          expect(document.ok || document.failure.problem !== '').toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
