import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePointer, type PointerContext } from './describe-pointer.ts';
import { pathRows } from './path-table.ts';
import { steps } from './pointer.fixture.ts';
import type { PointerStep } from './pointer-steps.ts';
import { fieldWords } from './words/field-words.ts';
import { sectionWords } from './words/section-words.ts';

const words = (text: string, context?: PointerContext) => describePointer(steps(text), context).path;

describe('a pointer', () => {
  it('is read from the outside in', () => {
    expect(describePointer(steps('42A/67A/68A[1]/70A[1]#166'))).toEqual({
      pointer: '42A/67A/68A[1]/70A[1]/166',
      path: 'Goods item 1, procedure 1: current procedure code',
      dataElement: '1/10',
      item: 1,
      resolved: 'whole',
    });
  });

  it('leaves out sections that add nothing', () => {
    expect(
      [
        '42A#023',
        '42A/67A#103',
        '42A/67A/28A#096',
        '42A/67A/28A/64A/04A#410',
        '42A/67A/68A[3]/23A/65A#128',
        '42A/67A/68A[3]/23A/50A[2]/94A#107',
        '42A/57A/04A#245',
        '42A/67A/28A/31B[1]/44B[2]#165',
      ].map((text) => words(text)),
    ).toEqual([
      'Declaration header: acceptance date',
      'Declaration header: nature of transaction',
      'Declaration header: container indicator',
      'Goods location: qualifier of the location',
      'Goods item 3: net mass',
      'Goods item 3, tax line 2: method of payment',
      'Exporter, address: postcode',
      'Container 1, seal 2: seal number',
    ]);
  });

  it('may name a section and no field', () => {
    expect(
      ['42A', '42A/67A', '42A/67A/68A[2]', '42A/67A/68A[2]/23A', '42A/02A[1]'].map((text) => words(text)),
    ).toEqual([
      'The declaration as a whole',
      'The goods shipment as a whole',
      'Goods item 2',
      'Goods item 2, commodity',
      'Deferment account 1',
    ]);
  });

  it('tells a section of the header from the same section of an item', () => {
    expect(['42A/67A/99A[2]', '42A/67A/68A[1]/99A[2]', '42A/67A/99B#465'].map((text) => words(text))).toEqual(
      [
        'Header, previous document 2',
        'Goods item 1, previous document 2',
        'Declaration header: country of destination',
      ],
    );
  });

  it('without a number speaks of any of several', () => {
    expect(describePointer(steps('42A/67A/68A/03A#226'))).toEqual({
      pointer: '42A/67A/68A/03A/226',
      path: 'Somewhere in the goods items, somewhere in the additional information entries: code',
      dataElement: '2/2',
      item: null,
      resolved: 'whole',
    });
    expect(words('42A/67A/99A')).toBe('Header, somewhere in the previous documents');
  });

  it('ignores a number where there is only one', () => {
    expect(describePointer(steps('42A[1]/67A[1]/68A[1]/23A[1]#137'))).toEqual({
      pointer: '42A[1]/67A[1]/68A[1]/23A[1]/137',
      path: 'Goods item 1: description of goods',
      dataElement: '6/8',
      item: 1,
      resolved: 'whole',
    });
  });

  it('takes a number that cannot be one as missing', () => {
    expect(
      ['0', 'x', '1234567', '-1'].map((number) => describePointer(steps(`42A/67A/68A[${number}]`)).item),
    ).toEqual([null, null, null, null]);
  });

  it('names the data element as closely as the number and the type allow', () => {
    const dataElement = (text: string, typeCode?: string) =>
      describePointer(steps(text), { typeCode: typeCode ?? null }).dataElement;
    const procedure = (number: string) => dataElement(`42A/67A/68A[1]/70A${number}#166`);
    const code = (typeCode?: string) => dataElement('42A/67A/68A[1]/23A/21A[2]#145', typeCode);
    const origin = (typeCode?: string) => dataElement('42A/67A/68A[1]/92A[1]#063', typeCode);
    expect({
      procedure: [procedure('[1]'), procedure('[2]'), procedure('')],
      previous: dataElement('42A/67A/68A[1]/70A[2]#161'),
      code: [code(), code('TSP'), code('TRC'), code('TRA'), code('GN'), code('CV'), code('constructor')],
      origin: [origin(), origin('1'), origin('2')],
      type: dataElement('42A#D013'),
      none: dataElement('42A/67A/68A[1]'),
    }).toEqual({
      procedure: ['1/10', '1/11', '1/10 or 1/11'],
      previous: '1/10',
      code: ['6/13-6/17', '6/14', '6/15', '6/16', '6/17', '6/13', '6/13-6/17'],
      origin: ['5/15 or 5/16', '5/15', '5/16'],
      type: '1/1 + 1/2',
      none: null,
    });
  });

  it('says which kind of commodity code it is, where that is known', () => {
    expect(
      [undefined, 'TRA'].map((typeCode) =>
        words('42A/67A/68A[1]/23A/21A[3]#145', { typeCode: typeCode ?? null }),
      ),
    ).toEqual([
      'Goods item 1, commodity or additional code 3: the code',
      'Goods item 1, commodity or additional code 3: TARIC additional code',
    ]);
  });

  it('of an export uses the words exporters know', () => {
    const both = (text: string) => [words(text), words(text, { trade: 'export' })];
    expect([both('42A/67A/68A[1]/35B#009'), both('42A/67A/95B#062'), both('42A/28A/62A[1]#64')]).toEqual([
      ['Goods item 1: trader’s reference (UCR)', 'Goods item 1: DUCR'],
      ['Declaration header: country of dispatch or export', 'Declaration header: country of dispatch'],
      ['Transport charges: 64', 'Transport charges: country of routing'],
    ]);
  });

  it('that leaves the tables is read step by step', () => {
    const read = (text: string) => {
      const { path, dataElement, item, resolved } = describePointer(steps(text));
      return [path, dataElement, item, resolved];
    };
    expect([
      read('42A/67A/68A[1]/23A/93A[2]#142'),
      read('42A/67A/68A[1]/99Z[4]#777'),
      read('42A/67A/68A[1]/23A#777'),
      read('99Z[4]/77Q#777'),
      read('#777'),
    ]).toEqual([
      ['Goods item 1, packaging line 2: shipping marks', '6/11', 1, 'partly'],
      ['Goods item 1, 99Z[4]: 777', null, 1, 'partly'],
      ['Goods item 1, commodity: 777', null, 1, 'partly'],
      ['99Z[4], 77Q: 777', null, null, 'raw'],
      ['777', null, null, 'raw'],
    ]);
  });

  it('may have a section’s code where a tag belongs', () => {
    expect([words('07B[1]#06A'), words('07B[1]/06A[3]')]).toEqual([
      'This notification, somewhere in the amendments',
      'This notification, amendment 3',
    ]);
  });

  it('may repeat its tag in a further step', () => {
    expect(words('42A/67A/68A[1]/02A[2]#276/#276')).toBe('Goods item 1, document 2: date of validity');
  });

  it('that names nothing has no words', () => {
    const nothing = { pointer: null, path: null, dataElement: null, item: null, resolved: 'raw' };
    expect([describePointer([]), describePointer(steps(''))]).toEqual([nothing, nothing]);
  });

  it('is read in bounded time however long it is', () => {
    const long = Array.from({ length: 20_000 }, () => ({
      section: '68A'.repeat(100),
      sequence: '1',
      tag: null,
    }));
    expect(describePointer(long).pointer?.length).toBeLessThan(1_000);
  });
});

const codes = [...new Set(pathRows.flatMap(({ path }) => path.split('/')))];
const tags = [...new Set(pathRows.flatMap(({ tag }) => tag ?? []))];
const orNull = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null });
const anyStep: fc.Arbitrary<PointerStep> = fc.record({
  section: orNull(fc.oneof(fc.constantFrom(...codes), fc.string())),
  sequence: orNull(fc.oneof(fc.nat({ max: 20 }).map(String), fc.string())),
  tag: orNull(fc.oneof(fc.constantFrom(...tags), fc.constantFrom('constructor', '__proto__'), fc.string())),
});
const anyContext: fc.Arbitrary<PointerContext> = fc.record({
  trade: fc.constantFrom('import' as const, 'export' as const, null),
  typeCode: orNull(fc.oneof(fc.constantFrom('TSP', '1', 'toString'), fc.string())),
});

describe('any pointer', () => {
  it('is read without an exception, and has words exactly where it has steps', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), anyContext, (pointer, context) => {
        const reading = describePointer(pointer, context);
        const isNamed = pointer.some(({ section, tag }) => section !== null || tag !== null);
        expect([reading.pointer !== null, reading.path !== null]).toEqual([isNamed, isNamed]);
      }),
    );
  });

  it('keeps its whole reading when a number is put on a section of which there is only one', () => {
    const single = pathRows.filter(({ isRepeatable, tag }) => tag === null && !isRepeatable);
    fc.assert(
      fc.property(fc.constantFrom(...single), fc.integer({ min: 1, max: 9 }), ({ path }, number) => {
        const plain = steps(path);
        const numbered = [...plain.slice(0, -1), { ...plain.at(-1)!, sequence: String(number) }];
        const reading = describePointer(numbered);
        expect(reading).toEqual({ ...describePointer(plain), pointer: reading.pointer });
      }),
    );
  });
});

describe('the table of paths', () => {
  it('reads as a whole at each of its places, for imports and for exports', () => {
    const readings = pathRows.flatMap(({ path, tag }) =>
      (['import', 'export'] as const).map((trade) =>
        describePointer(steps(tag === null ? path : `${path}#${tag}`), { trade }),
      ),
    );
    expect(readings.filter(({ resolved }) => resolved !== 'whole')).toEqual([]);
  });

  it('has every path once, and every section before what it holds', () => {
    const keys = pathRows.map(({ path, tag }) => `${path} ${tag ?? ''}`);
    const sections = new Set<string>();
    const orphans = pathRows.filter(({ path, tag }) => {
      const parent = tag === null ? path.split('/').slice(0, -1).join('/') : path;
      if (tag === null) sections.add(path);
      return parent !== '' && !sections.has(parent);
    });
    expect([keys.length - new Set(keys).size, orphans]).toEqual([0, []]);
  });

  it('has words for every section and every field, and a plural where there may be several', () => {
    const elementAt = new Map(
      pathRows.flatMap(({ path, tag, element }) => (tag === null ? [[path, element]] : [])),
    );
    const missing = pathRows.filter(({ path, tag, element, isRepeatable }) => {
      if (tag === null) {
        const section = sectionWords[path] ?? sectionWords[element];
        return section === undefined || (isRepeatable && section.many === undefined);
      }
      return ![`${path} ${tag}`, `${elementAt.get(path) ?? ''}/${element}`, `*/${element}`].some(
        (key) => fieldWords[key] !== undefined,
      );
    });
    expect(missing).toEqual([]);
  });

  it('has no words for what is not in it', () => {
    const elementAt = new Map(
      pathRows.flatMap(({ path, tag, element }) => (tag === null ? [[path, element]] : [])),
    );
    const fieldKeys = new Set(
      pathRows.flatMap(({ path, tag, element }) =>
        tag === null ? [] : [`${path} ${tag}`, `${elementAt.get(path) ?? ''}/${element}`, `*/${element}`],
      ),
    );
    const sectionKeys = new Set(
      pathRows.flatMap(({ path, tag, element }) => (tag === null ? [path, element] : [])),
    );
    expect([
      Object.keys(fieldWords).filter((key) => !fieldKeys.has(key)),
      Object.keys(sectionWords).filter((key) => !sectionKeys.has(key)),
    ]).toEqual([[], []]);
  });
});
