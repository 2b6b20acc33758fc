import { describe, expect, it } from 'vitest';
import type { Facts, Reference } from '../../../../shared/notification.ts';
import { memberWith } from './life.fixture.ts';
import { linksOf, valuesOf } from './links.ts';
import { threadMembers } from './thread-members.ts';

const payment = (id: string, references: readonly Reference[], account = 'cards') =>
  memberWith({
    id,
    row: { account },
    facts: { kind: 'payment', mrn: null, lrn: null, references: [...references] },
  });
const threadOf = (members: readonly ReturnType<typeof payment>[], id: string) =>
  threadMembers(members.map(linksOf), id);

describe('what ties declarations and movements together', () => {
  const member = (id: string, facts: Partial<Facts>) =>
    memberWith({ id, facts: { mrn: null, lrn: null, ...facts } });

  it('is an MRN, however it is spelt', () => {
    const members = [
      member('1', { mrn: '26gb1cr4dvq71taar5' }),
      member('2', { mrn: '26GB1CR4DVQ71TAAR5' }),
      member('3', { references: [{ kind: 'mrn', value: '26Gb1cR4dvq71taar5' }] }),
    ];
    expect([threadOf(members, '1'), valuesOf(members[0]!)]).toEqual([
      ['1', '2', '3'],
      ['26GB1CR4DVQ71TAAR5'],
    ]);
  });

  it('is the id of a departure before an LRN that another movement has too', () => {
    const departure = (value: string) => [{ kind: 'departure', value }];
    const members = [
      member('1', { mrn: '26GB1CR4DVQ71TAAR5', lrn: 'L-1', references: departure('a') }),
      member('2', { lrn: 'L-1', references: departure('a') }),
      member('3', { mrn: '26GB8WQ1L0D7YHRAA8', lrn: 'L-1', references: departure('b') }),
      member('4', { lrn: 'L-1', references: departure('b') }),
      member('5', { lrn: 'L-1' }),
    ];
    expect(['1', '3', '5'].map((id) => threadOf(members, id))).toEqual([['1', '2'], ['3', '4'], ['5']]);
  });

  it('is the ARC of an excise movement: a reference of its own that comes twice ties no two of them', () => {
    const arc = (value: string) => [{ kind: 'arc', value }];
    const members = [
      member('1', { lrn: 'L-1', references: arc('26GBAAAAAAAAAAAAAAAA1') }),
      member('2', { lrn: 'L-1', references: arc('26GBBBBBBBBBBBBBBBBB2') }),
      member('3', { references: arc('26gbaaaaaaaaaaaaaaaa1') }),
      member('4', { mrn: '26GB8WQ1L0D7YHRAA8', references: arc('26GBBBBBBBBBBBBBBBBB2') }),
    ];
    expect(['1', '2'].map((id) => threadOf(members, id))).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
  });

  it('is an LRN where one movement alone has it', () => {
    const members = [
      member('1', { lrn: 'L-1' }),
      member('2', { lrn: 'L-1', references: [{ kind: 'arc', value: '26GBAAAAAAAAAAAAAAAA1' }] }),
    ];
    expect(threadOf(members, '1')).toEqual(['1', '2']);
  });
});

describe('what ties payments together', () => {
  it('is a reference of one movement of money, through one that has both', () => {
    const members = [
      payment('1', [{ kind: 'payment', value: 'P1' }]),
      payment('2', [
        { kind: 'payment', value: 'P1' },
        { kind: 'dispute', value: 'D1' },
      ]),
      payment('3', [{ kind: 'dispute', value: 'D1' }]),
      payment('4', [{ kind: 'payout', value: 'P1' }]),
    ];
    expect([threadOf(members, '1'), threadOf(members, '4')]).toEqual([['1', '2', '3'], ['4']]);
  });

  it('is neither a card, nor an order, nor an entity, nor an id that nobody gave', () => {
    const shared = [
      { kind: 'card', value: 'tok_0123456789abcdef_4242' },
      { kind: 'order', value: 'PO-1' },
      { kind: 'merchant', value: '000123' },
      { kind: 'end-to-end', value: 'NOTPROVIDED' },
    ];
    const members = [payment('1', shared), payment('2', shared)];
    expect([threadOf(members, '1'), valuesOf(members[0]!)]).toEqual([['1'], []]);
  });

  it('counts at one account only: another company has a request 42 of its own', () => {
    const request = [{ kind: 'purchase-request', value: '42' }];
    const members = [payment('1', request), payment('2', request, 'cards of another'), payment('3', request)];
    expect(threadOf(members, '1')).toEqual(['1', '3']);
  });
});
