import { expect, it } from 'vitest';
import { isLapse, presentCode } from './error-code.ts';

it('brings a code of the old form, or in small letters, to its present form', () => {
  expect(['DMS10020', ' dms12013 ', 'TMSV0013', 'CDS10001', 'odd'].map(presentCode)).toEqual([
    'CDS10020',
    'CDS12013',
    'CDS40013',
    'CDS10001',
    'ODD',
  ]);
});

it('takes a missing arrival for a lapse only where it is the one Error, however it is written', () => {
  const lapses = [['CDS12046'], ['cds12046'], ['DMS12046']];
  const others = [[], ['CDS12056'], ['CDS12046', 'CDS12056'], ['CDS12046', 'CDS12046']];
  expect([lapses.map(isLapse), others.map(isLapse)]).toEqual([
    [true, true, true],
    [false, false, false, false],
  ]);
});
