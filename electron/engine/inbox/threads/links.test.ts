import { describe, expect, it } from 'vitest';
import type { Reference } from '../../../../shared/notification.ts';
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
