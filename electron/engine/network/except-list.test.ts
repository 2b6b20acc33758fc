import { expect, it } from 'vitest';
import { exceptEntries, exceptFrom } from './except-list.ts';

it.each([
  ['office.example', 'office.example', 443, true],
  ['office.example', 'api.office.example', 443, true],
  ['office.example', 'backoffice.example', 443, false],
  ['.office.example', 'api.office.example', 443, true],
  ['.office.example', 'office.example', 443, true],
  ['*.office.example', 'API.Office.Example', 443, true],
  ['office.example', 'office.example.', 443, true],
  ['office.example:8443', 'office.example', 8443, true],
  ['office.example:8443', 'office.example', 443, false],
  ['*', 'anything.example', 443, true],
  ['10.0.0.0/8', '10.200.3.4', 443, true],
  ['10.0.0.0/8', '11.0.0.1', 443, false],
  ['10.0.0.0/8', 'ten.example', 443, false],
  ['10.0.0.0/99', '10.0.0.1', 443, false],
  ['192.168.1.7', '192.168.1.7', 443, true],
  ['192.168.1.7:8443', '192.168.1.7', 443, false],
  ['fd00::/8', 'fd12::1', 443, true],
  ['fd00::/8', '[fd12::1]', 443, true],
  ['[fd00::1]:443', 'fd00::1', 443, true],
  ['fd00::1', 'fd00::2', 443, false],
  ['', 'office.example', 443, false],
  ['.', 'office.example', 443, false],
])('%s and %s:%i: %s', (entry, host, port, expected) => {
  expect(exceptFrom([entry])(host, port)).toBe(expected);
});

it('reads a list with commas, white space or both', () => {
  expect(exceptEntries(' a.example, b.example\tc.example ,')).toEqual([
    'a.example',
    'b.example',
    'c.example',
  ]);
});
