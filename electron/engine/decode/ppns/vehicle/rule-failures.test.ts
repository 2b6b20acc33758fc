import { describe, expect, it } from 'vitest';
import { fieldInWords } from './rule-failures.ts';

describe('the field that a rule failure names', () => {
  it.each([
    ['$.customsDeclarations[2].sAndSMasterRefNum', 'customs declaration 3, safety and security MRN'],
    ['customsDeclarations[0]', 'customs declaration 1'],
    ['$.plannedCrossing.localDateTimeOfDeparture', 'planned crossing, local time of departure'],
    ['$', 'the goods movement as a whole'],
    ['$.somethingNew[0].someFIELDName', 'something new 1, some field name'],
  ])('%s is %s', (path, words) => {
    expect(fieldInWords(path)).toBe(words);
  });
});
