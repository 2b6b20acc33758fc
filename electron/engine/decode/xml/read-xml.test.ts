import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, type XmlElement } from './read-xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What of an element can be compared as one value. */
const plain = (element: XmlElement): unknown => ({
  name: element.name,
  ...(element.value === null ? {} : { value: element.value }),
  ...(element.children().length === 0 ? {} : { children: element.children().map(plain) }),
});

const read = (text: string | Uint8Array) => {
  const document = readXml(typeof text === 'string' ? bytes(text) : text);
  return document.ok ? plain(document.value.root) : document.failure;
};

describe('reading a document', () => {
  it('gives local names and text whatever the prefixes', () => {
    const document = readXml(
      bytes('<a:M xmlns:a="urn:one"><b:F xmlns:b="urn:two" kind="304"> 007 </b:F><a:F>1e5</a:F></a:M>'),
    );
    if (!document.ok) throw new Error(document.failure.problem);
    const { root, namespace } = document.value;
    expect({
      namespace,
      root: plain(root),
      first: root.text('F'),
      kind: root.child('F')?.attribute('kind'),
      absent: [root.text('G'), root.child('G'), root.text('F', 'G'), root.attribute('kind')],
    }).toEqual({
      namespace: 'urn:one',
      root: {
        name: 'M',
        children: [
          { name: 'F', value: '007' },
          { name: 'F', value: '1e5' },
        ],
      },
      first: '007',
      kind: '304',
      absent: [null, null, null, null],
    });
  });

  it('reads names whose prefix is not declared, as stripped samples have them', () => {
    expect(readXml(bytes('<p:a><q:b>1</q:b></p:a>'))).toMatchObject({ ok: true, value: { namespace: null } });
    expect(read('<p:a><q:b>1</q:b></p:a>')).toEqual({ name: 'a', children: [{ name: 'b', value: '1' }] });
  });

  it('resolves the five entities, numeric references and CDATA, and drops comments', () => {
    expect(read('<a>&lt;&#163;&#x41;&amp;&quot;&apos;&gt;<!-- x --><![CDATA[ <b>]]></a>')).toEqual({
      name: 'a',
      value: '<£A&"\'> <b>',
    });
  });

  it('takes a byte-order mark, a declaration and white space around the root', () => {
    expect(read('\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<a/>\r\n')).toEqual({ name: 'a' });
  });

  it('reads names whose prefix has lost its colon, and leaves what is no name without it', () => {
    expect(read('<_2_1A><_3B/><_4/><_C/><_2:D/></_2_1A>')).toEqual({
      name: 'A',
      children: [{ name: 'B' }, { name: '_4' }, { name: '_C' }, { name: 'D' }],
    });
  });

  it('keeps names that objects inherit apart from what they inherit', () => {
    expect(read('<a><__proto__/><p:constructor>1</p:constructor></a>')).toEqual({
      name: 'a',
      children: [{ name: '__proto__' }, { name: 'constructor', value: '1' }],
    });
  });

  it('gives children in document order, and finds the namespace of each', () => {
    const document = readXml(bytes('<p:a xmlns:p="urn:one"><b xmlns="urn:two"><c/></b><d/><b/><q:e/></p:a>'));
    if (!document.ok) throw new Error(document.failure.problem);
    const { root } = document.value;
    const all = [root, ...root.children(), root.child('b')!.child('c')!];
    expect(all.map((each) => [each.name, each.namespace, each.isWhole])).toEqual([
      ['a', 'urn:one', true],
      ['b', 'urn:two', true],
      ['d', null, true],
      ['b', null, true],
      ['e', null, true],
      ['c', 'urn:two', true],
    ]);
  });

  it('takes text with elements in it for no value', () => {
    expect(read('<a><b>26GB<c>1</c>R</b></a>')).toEqual({
      name: 'a',
      children: [{ name: 'b', children: [{ name: 'c', value: '1' }] }],
    });
  });

  it('treats what is empty as absent', () => {
    const document = readXml(bytes('<a b=""><c/><d> </d></a>'));
    if (!document.ok) throw new Error(document.failure.problem);
    const { root } = document.value;
    expect([root.value, root.attribute('b'), root.text('c'), root.text('d')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('gives back any tree that was written', () => {
    const name = fc
      .stringMatching(/^[A-Za-z_][A-Za-z0-9._-]{0,8}$/)
      .filter((each) => !SPECIAL.has(each) && !/^_\d/.test(each));
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map((each) => each.replace(NOT_XML, '').trim())
      .filter((each) => each !== '');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.record({ name, value: text }),
        fc.record({
          name,
          children: fc.uniqueArray(tie('tree') as fc.Arbitrary<Tree>, {
            minLength: 1,
            maxLength: 4,
            selector: (child) => child.name,
          }),
        }),
      ),
    }));
    fc.assert(
      fc.property(tree as fc.Arbitrary<Tree>, (written) => {
        expect(read(write(written))).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });
});

interface Tree {
  readonly name: string;
  readonly value?: string;
  readonly children?: readonly Tree[];
}

/** No name of an element. */
const SPECIAL = new Set(['xmlns']);
const NOT_XML = /[\u0000-\u001f\ufffe\uffff\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])/gu;

const write = ({ name, value, children = [] }: Tree): string =>
  `<${name}>${(value ?? '').replace(/[&<>]/g, (each) => `&#${each.charCodeAt(0)};`)}${children.map(write).join('')}</${name}>`;

describe('refusing what cannot be read with certainty', () => {
  it.each([
    ['an unclosed element', '<a>\n<b>1', 'unclosed tag: b', 2],
    ['a mismatched end tag', '<a>\n<b>1</c></a>', 'unexpected close tag', 2],
    ['two roots', '<a/>\n<b/>', 'documents may contain only one root', 2],
    ['text after the root', '<a/>\nx', 'text data outside of root node', 2],
    ['a duplicate attribute', '<a b="1"\nb="2"/>', 'duplicate attribute: b', 2],
    ['a bare ampersand', '<a>fish &\n chips</a>', 'an & that is not written as &amp;', 1],
    ['an entity that XML does not define', '<a>\n&nbsp;</a>', 'undefined entity', 2],
    ['a control character', '<a>\u0001</a>', 'disallowed character', 1],
    ['a reference to a control character', '<a>&#1;</a>', 'malformed character entity', 1],
    ['JSON', '{"a":1}', 'text data outside of root node', 1],
    ['nothing', '', 'empty', null],
    ['blanks', '  ', 'document must contain a root element', 1],
    ['a DTD', '<!DOCTYPE a>\n<a/>', 'a document type definition (DTD) is not accepted', 1],
    [
      'an encoding that nobody knows',
      '<?xml version="1.0" encoding="martian"?><a>£</a>',
      'declared as martian, which it cannot be read as',
      1,
    ],
  ])('%s', (_what, text, problem, line) => {
    expect(read(text)).toEqual({ problem, line });
  });

  it('bytes that are not UTF-8, with their line', () => {
    expect(read(Uint8Array.from([0x3c, 0x61, 0x3e, 0x0a, 0xa3, 0x3c, 0x2f, 0x61, 0x3e]))).toEqual({
      problem: 'not valid UTF-8',
      line: 2,
    });
  });

  it('reads plain ASCII whatever encoding it declares', () => {
    expect(read('<?xml version="1.0" encoding="ISO-8859-1"?><a>L1</a>')).toEqual({ name: 'a', value: 'L1' });
  });
});
