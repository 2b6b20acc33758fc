import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '../life.arbitrary.fixture.ts';
import { inOrder } from '../thread-order.ts';
import { threadView } from '../thread-view.ts';
import { exciseLife } from './excise-life.ts';
import { exciseMembers } from './excise-life.fixture.ts';

/** Code, title, attention and the numbers of the messages that still call, weightiest last. */
const told = (line: string) => {
  const steps = inOrder(exciseMembers(line));
  const { code, title, attention, calls } = exciseLife(steps);
  return [code, title, attention, calls.map((at) => steps[at]?.member.facts.type)];
};

const limitsOf = (line: string): number => exciseLife(inOrder(exciseMembers(line))).limits.length;

describe('an excise movement', () => {
  it.each([
    ['on its way', '801', ['on-the-way', 'On the way', 'info', []]],
    ['on its way to the reader', '801?', ['on-the-way', 'On the way', 'watch', []]],
    ['whose draft was refused', '704/IE815!', ['rejected', 'IE704 IE815', 'act', ['IE704']]],
    ['whose draft was accepted in the end', '704/IE815! 801', ['on-the-way', 'On the way', 'info', []]],
    ['received', '801 818/1', ['ended', 'Received, all in order', 'info', []]],
    ['exported', '801 829/1 818/21', ['exited', 'Goods have left', 'info', []]],
    [
      'accepted for export',
      '801 829/1',
      ['on-the-way', 'Accepted for export, not out of the country yet', 'info', []],
    ],
    [
      'of which a report is due',
      '801 802/2!',
      ['report-due', 'Report of receipt or export is due', 'act', ['IE802']],
    ],
    [
      'of which the other side must report',
      '801 802/2?',
      ['report-due', 'Report of receipt or export is due', 'watch', []],
    ],
    ['reported after the reminder', '801 802/2! 818/1', ['ended', 'Received, all in order', 'info', []]],
    [
      'whose report and reminder crossed',
      '801 818/1 802/2!',
      ['ended', 'Received, all in order', 'info', []],
    ],
    [
      'whose delay was explained',
      '802/2! 837/1',
      ['report-due', 'Report of receipt or export is due', 'act', ['IE802']],
    ],
    ['refused', '801 818/3!', ['refused', 'IE818 3', 'act', ['IE818']]],
    ['partly refused', '801 818/4!', ['partly-refused', 'IE818 4', 'act', ['IE818']]],
    [
      'refused and sent elsewhere',
      '801 818/3! 813/1',
      ['diverted', 'On the way to another destination', 'info', []],
    ],
    [
      'refused and on its way back',
      '801 818/3! 813/11',
      ['diverted', 'On the way back to the consignor', 'info', []],
    ],
    ['refused and cancelled', '801 819/1! 810/2', ['cancelled', 'Cancelled before it left', 'info', []]],
    [
      'refused, sent elsewhere and refused again',
      '801 818/3!#1 813/1#2 818/3!#2',
      ['refused', 'IE818 3', 'act', ['IE818']],
    ],
    [
      'refused by an older version than the latest',
      '801#2 818/3!#1',
      ['on-the-way', 'On the way', 'info', []],
    ],
    [
      'that is overdue to be sent elsewhere',
      '818/3! 802/1!',
      ['refused', 'IE818 3', 'act', ['IE802', 'IE818']],
    ],
    [
      'sent elsewhere after the reminder',
      '818/3! 802/1! 813/1',
      ['diverted', 'On the way to another destination', 'info', []],
    ],
    [
      'received with differences',
      '801 818/2!',
      ['discrepancies', 'Received, not all in order', 'act', ['IE818']],
    ],
    [
      'whose differences the consignor explained',
      '801 818/2! 871/1',
      ['ended', 'Received, differences explained', 'info', []],
    ],
    [
      'whose differences the consignee alone explained',
      '801 818/2! 871/2',
      ['discrepancies', 'Received, not all in order', 'act', ['IE818']],
    ],
    ['with an alert', '801 819/0!', ['discrepancies', 'IE819 0', 'act', ['IE819']]],
    [
      'with an alert that became a rejection',
      '819/0! 819/1!',
      ['rejected', 'Rejected by the consignee', 'act', ['IE819']],
    ],
    ['received in spite of an alert', '819/0! 818/1', ['ended', 'Received, all in order', 'info', []]],
    ['rejected by customs', '801 839/4!', ['rejected', 'Rejected by customs', 'act', ['IE839']]],
    [
      'rejected by customs and accepted then',
      '801 839/4! 829/1',
      ['on-the-way', 'Accepted for export, not out of the country yet', 'info', []],
    ],
    ['stopped', '801 807/1! 818/1', ['interrupted', 'IE807 1', 'act', ['IE807']]],
    ['stopped although it was closed', '801 807/1! 881/1?', ['interrupted', 'IE807 1', 'act', ['IE807']]],
    ['closed by hand', '801 818/3! 802/2! 881/1?', ['ended', 'Closed by officials', 'watch', []]],
    [
      'not closed by hand',
      '801 881/0!',
      ['report-due', 'Not closed by officials: something is still due', 'act', ['IE881']],
    ],
    ['that no longer comes', '801? 802/2! 803/1?', ['diverted', 'Diverted', 'watch', []]],
    ['split', '801 818/4! 803/2?', ['diverted', 'Split: new ARCs stand in its place', 'watch', []]],
    [
      'cancelled by the consignor, told to the consignee',
      '801? 810/1!',
      ['cancelled', 'Cancelled before it left', 'act', ['IE810']],
    ],
    ['whose later message was refused', '801 704/IE818!', ['rejected', 'IE704 IE818', 'act', ['IE704']]],
    [
      'whose later message went through then',
      '801 704/IE818! 818/1',
      ['ended', 'Received, all in order', 'info', []],
    ],
    ['by the word of EMCS refused', '801 905/X08!', ['refused', 'IE905 X08', 'act', ['IE905']]],
    ['by the word of EMCS on its way again', '818/3! 905/X01', ['on-the-way', 'On the way', 'info', []]],
    ['of which only an explanation is here', '837/1', ['unknown', 'IE837 1', 'info', []]],
  ])('%s', (_, line, expected) => {
    expect(told(line)).toEqual(expected);
  });

  it.each([
    ['on its way', '801? 802!', ['report-due', 'Something is overdue', 'act', ['IE802']]],
    [
      'overdue, then reported',
      '801? 802! 818?',
      ['unknown', 'Receipt or export reported: the message tells how', 'watch', []],
    ],
    [
      'a report, and no word of its content',
      '801 818?',
      ['unknown', 'Receipt or export reported: the message tells how', 'watch', []],
    ],
    [
      'a status, and no word of its content, settles nothing',
      '818/3! 905?',
      ['refused', 'IE818 3', 'act', ['IE818']],
    ],
    [
      'a closure, and no word of its content, settles nothing',
      '802! 881?',
      ['report-due', 'Something is overdue', 'act', ['IE802']],
    ],
    [
      'a refusal that a message of the other side may follow',
      '704! 837 871?',
      ['rejected', 'IE704', 'act', ['IE704']],
    ],
  ])('of which only notices are here: %s', (_, line, expected) => {
    expect(told(line)).toEqual(expected);
  });

  it('has the limits of reminders that are open, one of each kind', () => {
    const counts = ['802/2!', '802/2! 802/2!', '802/1! 802/2!', '802/2! 818/1', '802/2?'].map(limitsOf);
    expect(counts).toEqual([1, 1, 2, 0, 1]);
  });

  it('tells what else is so', () => {
    const { notes } = exciseLife(inOrder(exciseMembers('801 818/3! 802/1! 837/2 840/1?')));
    expect(notes).toEqual([
      'Change of destination is due',
      'The delay was explained',
      'An event on the way was reported',
    ]);
  });

  it('gives its thread a status, its limit and the message to act on', () => {
    expect(threadView(exciseMembers('801? 802/2!')).status).toEqual({
      code: 'report-due',
      title: 'Report of receipt or export is due',
      attention: 'act',
      since: '2026-11-22T10:00:00.000Z',
      actionId: '2',
      deadline: '2026-12-02T10:00:00.000Z',
      notes: ['On the way'],
    });
  });
});

const NAMES = [
  ...[
    '704',
    '704/IE815',
    '704/IE818',
    '717/3',
    '801',
    '802',
    '802/1',
    '802/2',
    '802/3',
    '803',
    '803/1',
    '803/2',
  ],
  ...[
    '807/1',
    '810/1',
    '813/1',
    '813/11',
    '818',
    '818/1',
    '818/2',
    '818/3',
    '818/4',
    '818/21',
    '818/22',
    '818/23',
  ],
  ...[
    '819',
    '819/0',
    '819/1',
    '829/1',
    '837/1',
    '839/4',
    '840/1',
    '871',
    '871/1',
    '881',
    '881/0',
    '881/1',
    '905',
  ],
  ...['905/X01', '905/X05', '905/X08', '905/X13', '905/X99'],
];

const word = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom('', '?', '!'), fc.constantFrom('', '#1', '#2', '#3'))
  .map((parts) => parts.join(''));

const anyMovement = fc
  .array(word, { minLength: 1, maxLength: 10 })
  .map((words) => exciseMembers(words.join(' ')));

describe('any excise movement', () => {
  it('is told the same whatever the order and the copies in which its messages came', () => {
    fc.assert(
      fc.property(anyMovement.chain(arrivalsOf), ([members, arrivals]) => {
        expect(threadView(arrivals).status).toEqual(threadView(members).status);
      }),
    );
  });

  it('calls for nobody but by messages that call, and is urgent exactly then', () => {
    fc.assert(
      fc.property(anyMovement, (members) => {
        const steps = inOrder(members);
        const { calls, attention } = exciseLife(steps);
        expect(calls.every((at) => steps[at]?.member.facts.attention === 'act')).toBe(true);
        expect(attention === 'act').toBe(calls.length > 0);
      }),
    );
  });

  it('that was stopped calls, and of one that officials closed nothing else of that version does', () => {
    fc.assert(
      fc.property(anyMovement, (members) => {
        const line = members.map(({ facts }) => lineOf(facts)).join(' ');
        const stopped = inOrder(exciseMembers(`${line} 807/1! 881/1?`));
        const called = exciseLife(stopped).calls.map((at) => stopped[at]?.member.facts.type);
        expect(called.at(-1)).toBe('IE807');
        expect(called.filter((type) => type !== 'IE807' && type !== 'IE810')).toEqual([]);
      }),
    );
  });
});

const lineOf = (facts: {
  type: string;
  statusCode: string | null;
  version: string | null;
  attention: string;
}) =>
  `${facts.type.slice(2)}${facts.statusCode === null ? '' : `/${facts.statusCode}`}${{ act: '!', watch: '?' }[facts.attention] ?? ''}${facts.version === null ? '' : `#${facts.version}`}`;
