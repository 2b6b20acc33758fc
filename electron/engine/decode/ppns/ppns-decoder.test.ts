import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsSchema, type Facts } from '../../../../shared/notification.ts';
import { ppnsDecoder } from './ppns-decoder.ts';
import { TRANSIT_READERS } from './transit/messages/transit-readers.ts';

const facts = (message: string): Facts => {
  const [first, ...others] = ppnsDecoder.decode(new TextEncoder().encode(message));
  if (first === undefined || others.length > 0) throw new Error('not exactly one notification');
  return first.facts;
};

it('answers anything with one notification that keeps to the schema', () => {
  const known = fc.constantFrom(
    '{"departureId":"66f1a0c3d2e4b597","messageType":"IE056","messageBody":"<CC056C><a>1</a></CC056C>"}',
    '{"movementId":"0b7c1d52","messageType":"IE801","ern":"GBWK382915047"}',
    '{"gmrId":"GMRA00QUAY07","inspectionRequired":true,"reportToLocations":[{"locationIds":["L1"]}]}',
    '{"returnResultsLocation":"https://example.com/results","totalRecords":4}',
    '<CC028C><TransitOperation><MRN>26GB0000812QUAYK35</MRN></TransitOperation></CC028C>',
  );
  const cut = fc.tuple(known, fc.nat()).map(([text, at]) => text.slice(0, at % text.length));
  const shaped = fc
    .dictionary(
      fc.constantFrom(
        'gmrId',
        'state',
        'departureId',
        'messageUri',
        'messageBody',
        'response',
        'movementId',
        'ern',
        'ruleFailures',
        'returnResultsLocation',
      ),
      fc.jsonValue(),
    )
    .map((value) => JSON.stringify(value));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), cut, shaped), (message) => {
      const read = facts(message);
      expect(factsSchema.parse(read)).toEqual(read);
      expect(read.kind === 'unrecognised' ? read.problems.length > 0 : read.kind === 'ppns').toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('does not fall over what nests without end', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  expect(['ppns', 'unrecognised']).toContain(facts(deep).kind);
});

it('describes every type of transit message in words, also without its body', () => {
  const readings = Object.values(TRANSIT_READERS).map((read) => read(null));
  const texts = readings.flatMap(({ title, meaning, nextStep }) => [title, meaning, nextStep ?? 'none']);
  expect(texts.filter((text) => text.length < 4)).toEqual([]);
  const urgent = readings.filter(({ attention }) => attention === 'act');
  expect(urgent.filter(({ nextStep }) => nextStep === null)).toEqual([]);
});
