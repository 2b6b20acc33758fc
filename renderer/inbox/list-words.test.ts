import { describe, expect, it } from 'vitest';
import { acknowledgedSentence, arrivalsLabel, arrivalsSentence, rowWord } from './list-words.ts';

describe('the words for what a list holds', () => {
  it('name declarations, payments, threads or notifications', () => {
    expect([
      rowWord('thread', 1, 'declaration'),
      rowWord('thread', 0, 'payment'),
      rowWord('thread', 2, 'thread'),
      rowWord('notification', 2, 'payment'),
    ]).toEqual(['declaration', 'payments', 'threads', 'notifications']);
  });

  it('do not call a declaration new that something was added to', () => {
    expect([
      arrivalsLabel('5', 'notification'),
      arrivalsLabel('5', 'thread'),
      arrivalsSentence('5', 'thread', 'declaration'),
    ]).toEqual(['5 new', '5 with news', 'Declarations with news at the top of the list: 5']);
  });
});

describe('the sentence about declarations that were acknowledged', () => {
  const some = { acted: 12, noun: 'declaration', name: null, rest: false } as const;

  it('says how many declarations and how many notifications', () => {
    expect(acknowledgedSentence(some, 1057)).toBe('Acknowledged 12 declarations, 1,057 notifications');
  });

  it('names the only one, where it has a name', () => {
    expect([
      acknowledgedSentence({ ...some, acted: 1, name: 'HF-2026-118842' }, 3),
      acknowledgedSentence({ ...some, acted: 1, noun: 'payment' }, 1),
      acknowledgedSentence({ ...some, acted: 1, name: 'x'.repeat(5000) }, 1).length < 150,
    ]).toEqual([
      'Acknowledged declaration HF-2026-118842, 3 notifications',
      'Acknowledged a payment, 1 notification',
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
