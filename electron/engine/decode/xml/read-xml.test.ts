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
    const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9._-]{0,8}$/).filter((each) => !SPECIAL.has(each));
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

/** Refused, or renamed by the parser. */
const SPECIAL = new Set(['constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'xmlns']);
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
      'another encoding',
      '<?xml version="1.0" encoding="latin1"?><a>£</a>',
      'declared as latin1; only UTF-8 is read',
      1,
    ],
    [
      'a name that reaches a prototype',
      '<a>\n<__proto__/></a>',
      'the element name __proto__ is not accepted',
      2,
    ],
    [
      'such a name behind a prefix',
      '<a><p:constructor/></a>',
      'the element name constructor is not accepted',
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

  it('UTF-16, with and without its mark', () => {
    const wide = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
    const problem = { problem: 'encoded as UTF-16; only UTF-8 is read', line: null };
    expect([read(wide('\ufeff<a/>')), read(wide('<a/>'))]).toEqual([problem, problem]);
  });

  it('reads plain ASCII whatever encoding it declares', () => {
    expect(read('<?xml version="1.0" encoding="ISO-8859-1"?><a>L1</a>')).toEqual({ name: 'a', value: 'L1' });
  });
});
