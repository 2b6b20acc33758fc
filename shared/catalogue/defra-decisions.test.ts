import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defraDecision, defraText } from './defra-decisions.ts';
import { describeDms } from './dms.ts';

const described = (...decisions: string[]) => {
  const { title, attention, outcome } = describeDms('50', {
    statusCode: null,
    errorCodes: [],
    paymentReference: false,
    decisions,
  });
  return [title, attention, outcome];
};

describe('Defra’s decisions', () => {
  it('hold, refuse or release, and the worst of several counts', () => {
    expect({
      none: described(),
      waiting: described('H01'),
      'inspection before waiting': described('H01', 'H02'),
      refused: described('C03', 'H01', 'N04'),
      'no match before a hold': described('H02', 'X00'),
      'data error': described('E03', 'C02'),
      'not known before a hold': described('H02', 'Z99'),
      'all released': described('C02', 'C07'),
      'one still held': described('C02', 'H01'),
    }).toEqual({
      none: ['Held by Defra', 'act', 'held'],
      waiting: ['Held by Defra, no decision yet', 'act', 'held'],
      'inspection before waiting': ['Held by Defra for inspection', 'act', 'held'],
      refused: ['Refused by Defra', 'act', 'held'],
      'no match before a hold': ['Held by Defra, no match', 'act', 'held'],
      'data error': ['Held by Defra, data error', 'act', 'held'],
      'not known before a hold': ['Held by Defra', 'act', 'held'],
      'all released': ['Released by Defra', 'info', 'released'],
      'one still held': ['Held by Defra, no decision yet', 'act', 'held'],
    });
  });

  it('say with X00 which fields to compare', () => {
    const { nextStep } = defraDecision('X00');
    expect(['DE 2/3', '6/14', '6/15', '6/1'].filter((field) => !nextStep?.includes(field))).toEqual([]);
  });

  it('say so where the message holds others beside the worst', () => {
    expect([defraText(['N02', 'C02']).meaning, defraText(['N02', 'N02']).meaning]).toEqual([
      'Refused: the goods must be destroyed. The message holds other decisions as well.',
      'Refused: the goods must be destroyed.',
    ]);
  });

  it('show a code that is not known as it came', () => {
    expect(defraDecision('C04')).toEqual({
      code: 'C04',
      group: 'unknown',
      meaning: 'Decision C04, which Quayside does not know.',
      nextStep: 'Ask the port health authority or the Defra agency what the decision means.',
    });
  });

  it('do not depend on their order', () => {
    const codes = fc.constantFrom('H01', 'H02', 'N01', 'N06', 'X00', 'E01', 'C01', 'C08', 'Q77');
    fc.assert(
      fc.property(fc.array(codes, { minLength: 1 }), (all) => {
        const { title, attention } = defraText(all);
        const { title: turned, attention: turnedAttention } = defraText([...all].reverse());
        const released = all.every((code) => code.startsWith('C'));
        expect([title, attention, attention === 'info']).toEqual([turned, turnedAttention, released]);
      }),
    );
  });
});
