import { describe, expect, it } from 'vitest';
import { acknowledgedSentence, arrivalsLabel, arrivalsSentence, rowWord } from './list-words.ts';

describe('the words for what a list holds', () => {
  it('name declarations or notifications', () => {
    expect([rowWord('thread', 1), rowWord('thread', 0), rowWord('notification', 2)]).toEqual([
      'declaration',
      'declarations',
      'notifications',
    ]);
  });

  it('do not call a declaration new that something was added to', () => {
    expect([
      arrivalsLabel('5', 'notification'),
      arrivalsLabel('5', 'thread'),
      arrivalsSentence('5', 'thread'),
    ]).toEqual(['5 new', '5 with news', 'Declarations with news at the top of the list: 5']);
  });
});

describe('the sentence about declarations that were acknowledged', () => {
  const some = { acted: 12, name: null, rest: false };

  it('says how many declarations and how many notifications', () => {
    expect(acknowledgedSentence(some, 1057)).toBe('Acknowledged 12 declarations, 1,057 notifications');
  });

  it('names the only one, where it has a name', () => {
    expect([
      acknowledgedSentence({ acted: 1, name: 'HF-2026-118842', rest: false }, 3),
      acknowledgedSentence({ acted: 1, name: null, rest: false }, 1),
      acknowledgedSentence({ acted: 1, name: 'x'.repeat(5000), rest: false }, 1).length < 150,
    ]).toEqual([
      'Acknowledged declaration HF-2026-118842, 3 notifications',
      'Acknowledged a declaration, 1 notification',
      true,
    ]);
  });

  it('does not pass off a part as the whole', () => {
    expect(acknowledgedSentence({ ...some, rest: true }, 9998)).toBe(
      'Acknowledged 12 declarations, 9,998 notifications. That is as many as go at once: select the rest and acknowledge again',
    );
  });

  it('claims nothing where nothing changed', () => {
    expect(acknowledgedSentence(some, 0)).toBe('Nothing to acknowledge');
  });
});
