import { describe, expect, it } from 'vitest';
import { factsOf, pointers, statement } from './response.fixture.ts';

const error = (code: string, at = '') =>
  `<Error><ValidationCode>${code}</ValidationCode>${at === '' ? '' : pointers(at)}</Error>`;

describe('a rejection that names only what normally warns', () => {
  it('says of each that it is the reason, and not that it is a warning', () => {
    const reasons = (...codes: readonly string[]) =>
      factsOf('03', { inside: codes.map((code) => error(code)).join('') }).errors.map(
        ({ advisory, meaning, nextStep }) => [
          advisory,
          /gives no other reason/.test(meaning ?? ''),
          /warning, not a refusal|does not refuse/.test(meaning ?? ''),
          /submit again/.test(nextStep ?? ''),
        ],
      );
    const [reason, warning] = [
      [false, true, false, true],
      [true, false, true, false],
    ];
    expect([
      reasons('CDS13000'),
      reasons('CDS14000', 'cds13001'),
      reasons('CDS13000', 'CDS12056')[0],
    ]).toEqual([[reason], [reason, reason], warning]);
  });
});

describe('the Error of a decision by Defra', () => {
  const decision = (code: string, number?: number) =>
    statement({ type: 'ALV', code, ...(number === undefined ? {} : { at: `07B[1]/53A[${number}]` }) });
  const held = (item: number) => error('CDS50000', `42A/67A/68A[${item}]`);
  const said = (inside: string) => {
    const { title, errors } = factsOf('50', { inside });
    return [title, ...errors.map(({ meaning, nextStep }) => [meaning, nextStep === null])];
  };
  const NOT_RELEASED = [
    'Defra or port health has not released the goods, so the declaration is held.',
    false,
  ];

  it('says what the one decision says, though that names no Error', () => {
    expect([said(decision('C03') + held(1)), said(decision('N02') + held(1))]).toEqual([
      ['Released by Defra', ['Released: inspection complete.', true]],
      ['Refused by Defra', ['Refused: the goods must be destroyed.', false]],
    ]);
  });

  it('says nothing of an Error on goods that no decision is about', () => {
    const [, , other] = said(decision('C03', 1) + held(1) + held(2));
    const [, elsewhere] = said(statement({ type: 'ALV', code: 'C03', at: '42A/67A/68A[2]' }) + held(1));
    expect([other, elsewhere]).toEqual([NOT_RELEASED, NOT_RELEASED]);
  });

  it('never says that goods are held which every decision releases', () => {
    const released = ['Released: inspection complete.', true];
    const both = ['Released: no inspection required. The message holds other decisions as well.', true];
    expect([
      said(decision('C03') + decision('C03') + held(1) + held(2)),
      said(decision('C02') + decision('C03') + held(1) + held(2)),
      said(decision('C02', 1) + decision('C03', 1) + held(1)),
    ]).toEqual([
      ['Released by Defra', released, released],
      ['Released by Defra', both, both],
      ['Released by Defra', both],
    ]);
  });

  it('stays with its own words where it is open which decision is about it', () => {
    expect([
      said(decision('C03') + decision('N02') + held(1) + held(2)).slice(1),
      said(decision('N02') + held(1) + held(2)).slice(1),
      said(decision('C03', 1) + decision('N02', 1) + held(1)).slice(1),
      said(held(1)).slice(1),
    ]).toEqual([[NOT_RELEASED, NOT_RELEASED], [NOT_RELEASED, NOT_RELEASED], [NOT_RELEASED], [NOT_RELEASED]]);
  });

  it('leaves another Error beside it alone', () => {
    const [, other] = said(decision('C03') + error('CDS12056'));
    expect(other).toEqual([
      'Values that do not go together are declared; each error with this code names one of them.',
      false,
    ]);
  });
});
