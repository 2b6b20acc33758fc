import { describe, expect, it } from 'vitest';
import { describePointer } from './describe-pointer.ts';
import { steps } from './pointer.fixture.ts';

describe('a pointer', () => {
  it('that leaves out sections before a place that there is once only is read at that place', () => {
    const read = (text: string) => {
      const { path, dataElement, item, resolved } = describePointer(steps(text));
      return [path, dataElement, item, resolved];
    };
    expect([
      read('67A/68A[2]/02A[1]#D005'),
      read('68A[2]/02A[1]#D005'),
      read('42A/68A/02A#D005'),
      read('67A/28A/64A/04A#410'),
      read('67A/99A[2]'),
      read('42A/67A/68A[1]/21A[2]#145'),
    ]).toEqual([
      ['Goods item 2, document 1: document identifier', '2/3', 2, 'partly'],
      ['Goods item 2, document 1: document identifier', '2/3', 2, 'partly'],
      [
        'Somewhere in the goods items, somewhere in the documents: document identifier',
        '2/3',
        null,
        'partly',
      ],
      ['Goods location: qualifier of the location', '5/23', null, 'partly'],
      ['Header, previous document 2', '2/1', null, 'partly'],
      ['Goods item 1, commodity or additional code 2: the code', '6/13-6/17', 1, 'partly'],
    ]);
  });

  it('lends no words of another section where its place is not certain', () => {
    const read = (text: string) => {
      const { path, dataElement } = describePointer(steps(text));
      return [path, dataElement];
    };
    expect([
      read('02A[1]#D005'),
      read('99Z/68A[2]/02A[1]#D005'),
      read('42A/67A/68A[2]/93A[1]/02A[1]#D005'),
      read('42A/67A/68A[1]/04A#410'),
      read('42A/99Z/04A#245'),
    ]).toEqual([
      ['Document 1: D005', null],
      ['99Z, goods item 2, document 1: D005', null],
      ['Goods item 2, packaging line 1, document 1: D005', null],
      ['Goods item 1, address: 410', null],
      ['99Z, address: postcode', null],
    ]);
  });
});
