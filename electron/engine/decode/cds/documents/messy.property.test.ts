import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsSchema, type Facts } from '../../../../../shared/notification.ts';
import { cdsDecoder } from '../cds-decoder.ts';
import { metaDataXml, responseXml, type WrittenMessage } from './dms.fixture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): readonly Facts[] =>
  cdsDecoder.decode(bytes, { envelope: {} }).map(({ facts }) => facts);

const message: fc.Arbitrary<WrittenMessage> = fc.record({
  code: fc.constantFrom('01', '02', '03', '05', '06', '07', '09', '10', '11', '13', '16', '50', '99', '9'),
  mrn: fc.stringMatching(/^2\dGB[0-9A-Z]{14}$/),
  lrn: fc.stringMatching(/^[A-Z0-9-]{3,22}$/),
  errors: fc.array(fc.constantFrom('CDS12046', 'CDS12056', 'CDS13000', 'CDS19999'), { maxLength: 3 }),
  status: fc.constantFrom('39', '41', '67', '4', 'A1'),
});
const document = fc.oneof(
  fc.array(message, { minLength: 1, maxLength: 3 }).map((messages) => metaDataXml(...messages)),
  message.map(responseXml),
);

describe('any message', () => {
  it('cut off at any byte never says what it does not say as a whole', () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 2 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (messages, share) => {
          const bytes = utf8(metaDataXml(...messages));
          const whole = decode(bytes);
          const cut = decode(bytes.subarray(0, Math.floor(share * bytes.length)));
          expect(cut.length).toBeGreaterThan(0);
          for (const [index, facts] of cut.entries()) {
            if (facts.kind === 'dms') expect({ ...facts, problems: [] }).toEqual(whole[index]);
            else expect([facts.problems.length > 0, notIn(facts, whole[index])]).toEqual([true, []]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('says the same alone, after others, and in any wrapping', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const wrap = fc.constantFrom<(text: string) => Uint8Array>(
      utf8,
      (text) => utf8(`<?xml version="1.0"?>\r\n${text}`),
      (text) => utf8(`<s:Envelope xmlns:s="urn:s"><s:Header/><s:Body>${text}</s:Body></s:Envelope>`),
      (text) => utf8(`<push><![CDATA[${text}]]></push>`),
      (text) => utf8(`<push><a/><b>${escaped(text)}</b></push>`),
      (text) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')),
      (text) => utf8(`<?xml version="1.0" encoding="latin1"?>${text.replaceAll('\ufeff', '')}`),
    );
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '\n', '\ufeff'),
        wrap,
        (texts, between, how) => {
          expect(decode(how(texts.join(between)))).toEqual(texts.flatMap((text) => decode(utf8(text))));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('costs no other what is broken in it', () => {
    fc.assert(
      fc.property(
        document,
        document,
        document,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, broken, after, share) => {
          const cut = broken.slice(0, Math.floor(share * (broken.length - 40)) + 20);
          const parts = decode(utf8(`${before}\n${cut}<?xml version="1.0"?>${after}`));
          const [first, last] = [decode(utf8(before)), decode(utf8(after))];
          expect([parts.slice(0, first.length), parts.slice(-last.length)]).toEqual([first, last]);
          const between = parts.slice(first.length, parts.length - last.length);
          expect(between.some(({ problems }) => problems.length > 0)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives facts that keep to their schema, whatever becomes of its bytes', () => {
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(40),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc
          .constantFrom(
            '<',
            '&',
            '</',
            '<!--',
            '<![CDATA[',
            ']]>',
            '<MetaData>',
            '<Response>',
            '<?xml ',
            '\ufeff',
          )
          .map(utf8),
      ),
    });
    fc.assert(
      fc.property(document, fc.array(damage, { minLength: 1, maxLength: 5 }), (text, damages) => {
        const bytes = damages.reduce<Uint8Array>((before, { at, remove, insert }) => {
          const place = Math.floor(at * before.length);
          return Buffer.concat([before.subarray(0, place), insert, before.subarray(place + remove)]);
        }, utf8(text));
        const parts = decode(bytes);
        expect(parts.length).toBeGreaterThan(0);
        for (const facts of parts) {
          expect(factsSchema.parse(facts)).toEqual(facts);
          expect(facts.kind !== 'unrecognised' || facts.problems.length > 0).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });
});

/** The names of the facts that are not those of the whole message. */
function notIn(facts: Facts, whole: Facts | undefined): readonly string[] {
  const simple = SIMPLE.filter((name) => facts[name] !== null && facts[name] !== whole?.[name]);
  const errors = facts.errors.filter(({ code, pointer }, index) => {
    const other = whole?.errors[index];
    return other?.code !== code || other.pointer !== pointer;
  });
  const references = facts.references.filter(
    ({ kind, value }) =>
      whole?.references.some((other) => other.kind === kind && other.value === value) !== true,
  );
  return [
    ...simple,
    ...(facts.type === 'unknown' || facts.type === whole?.type ? [] : ['type']),
    ...errors.map(() => 'errors'),
    ...references.map(() => 'references'),
    ...[facts.payments, facts.amendments, facts.details].flatMap((list) => list.map(() => 'a list')),
  ];
}

const SIMPLE = [
  'functionCode',
  'statusCode',
  'mrn',
  'lrn',
  'version',
  'messageId',
  'issuedAt',
  'deadline',
] as const;
