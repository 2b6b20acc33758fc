import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../support/transit-messages.ts';

const CASES = join(import.meta.dirname, '../../../shared/cases/transit');
const isHere = existsSync(CASES);
if (!isHere) console.info(`Skipped: the inputs from the field are not at ${CASES}.`);

const read = (name: string) => factsOf(readFileSync(join(CASES, name), 'utf8'));

describe.skipIf(!isHere)('inputs from the field: transit', () => {
  it.each([
    ['ie025-not-released.xml', 'act', 'held', 'Goods not released at destination'],
    ['ie025-released.xml', 'info', 'released', 'Goods released at destination'],
    ['ie025-notification-without-body.json', 'watch', 'unknown', 'Decision on release at destination'],
    ['ie060-intention.xml', 'act', 'control', 'Transit: intention to control'],
    [
      'ie060-control-with-documents.xml',
      'act',
      'control',
      'Transit: goods selected for control, documents requested',
    ],
    ['ie056-declaration-rejected.xml', 'act', 'rejected', 'Transit declaration rejected'],
    [
      'ie056-cancellation-refused.xml',
      'act',
      'request-denied',
      'Cancellation refused: the transit declaration stands',
    ],
    ['ie057-unloading-remarks-refused.xml', 'act', 'rejected', 'Unloading remarks rejected'],
    ['ie055-guarantee.xml', 'act', 'held', 'Guarantee not accepted'],
    ['ie009-cancelled-by-customs.xml', 'act', 'cancelled', 'Customs cancelled the transit declaration'],
    [
      'ie009-cancellation-refused.xml',
      'act',
      'request-denied',
      'Cancellation refused: the transit declaration stands',
    ],
    ['ie182-incident.xml', 'watch', 'unknown', 'Incident on the way'],
    ['ie051-notification-without-body.json', 'act', 'held', 'Transit refused: goods not released'],
  ])('%s', (name, attention, outcome, title) => {
    const facts = read(name);
    expect([facts.attention, facts.outcome, facts.title]).toEqual([attention, outcome, title]);
  });

  it('a release that waits says for what, and one without its body sends to the message', () => {
    expect([
      read('ie025-not-released.xml').keyFact,
      read('ie025-notification-without-body.json').meaning,
    ]).toEqual([
      'waiting for discrepancies to be resolved',
      'The office of destination decided on the release of the goods. Whether they are released is in the message, which is not here.',
    ]);
  });

  it('an intention asks for the presentation, a control for its documents by name', () => {
    const { nextStep, details } = read('ie060-control-with-documents.xml');
    expect([read('ie060-intention.xml').nextStep, nextStep, details.slice(0, 4)]).toEqual([
      'Complete the pre-lodged declaration: present the goods and send the presentation notification (IE170).',
      'Give the documents to the office of departure, and keep the goods there and ready.',
      [
        { name: 'Document requested', value: 'Information sheet INF3 (C605)' },
        { name: 'Document requested', value: 'movement certificate EUR.1 (N954)' },
        { name: 'Control', value: 'intrusive inspection (42)' },
        { name: 'Control', value: 'documentary controls (10)' },
      ],
    ]);
  });

  it.each([
    [
      'ie056-declaration-rejected.xml',
      [
        ['14', 'A rule is broken: G0034', 'Office of destination, reference number'],
        [
          '13',
          'Something required is missing: C0505',
          'House consignment 2, item 10, commodity code (first six digits)',
        ],
        ['15', 'Something is given that may not be: C0085', 'Guarantee 1, type'],
      ],
    ],
    [
      'ie057-unloading-remarks-refused.xml',
      [['14', 'A rule is broken: R0365', 'Unloading remark, unloading date']],
    ],
    [
      'ie055-guarantee.xml',
      [
        ['G01', 'The guarantee does not exist', 'Guarantee 26GB0000010000001'],
        ['G02', 'The guarantee exists but is not valid', 'Guarantee 26GB0000010000002'],
      ],
    ],
    ['ie056-cancellation-refused.xml', []],
  ])('the errors of %s are in words', (name, expected) => {
    const errors = read(name).errors.map(({ code, meaning, path }) => [
      code,
      (meaning ?? '').split('.')[0],
      path,
    ]);
    expect([errors, read(name).nextStep?.includes('errors below') ?? false]).toEqual([
      expected,
      name.startsWith('ie05') && !name.includes('guarantee') && expected.length > 0,
    ]);
  });

  it('an incident shows its code, its text, and the transfer to another vehicle', () => {
    expect(read('ie182-incident.xml').details.slice(1, 5)).toEqual([
      {
        name: 'What happened',
        value: 'imminent danger forced the vehicle to be unloaded, wholly or partly (4)',
      },
      { name: 'In the words of the report', value: 'Part of load moved to another trailer after accident' },
      { name: 'Where', value: 'UN/LOCODE: FRCQF, France (FR)' },
      { name: 'Moved to another vehicle', value: 'road vehicle, registration (30): ZZ99ZZZ, France (FR)' },
    ]);
  });

  it('a departure without an MRN is named', () => {
    expect(read('ie051-notification-without-body.json').references).toEqual([
      { kind: 'departure', value: '6365135ba5e821ee' },
    ]);
  });
});
