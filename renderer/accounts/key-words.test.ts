import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { certificateState, keyFaultWords, keyWords } from './key-words.ts';

const info = {
  kind: 'RSA, 2048 bits',
  subject: 'CN=Alder Freight',
  expiresAt: '2027-03-03T12:00:00.000Z',
  thumbprint: null,
};

describe('the words for a key', () => {
  it('say what it is and until when', () => {
    expect([
      keyWords(info),
      keyWords({ ...info, subject: null }),
      keyWords({ ...info, subject: null, expiresAt: null }),
    ]).toEqual([
      'RSA, 2048 bits, certificate CN=Alder Freight until 3 Mar 2027',
      'RSA, 2048 bits, certificate until 3 Mar 2027',
      'RSA, 2048 bits, no certificate',
    ]);
  });

  it('say what is wrong with it', () => {
    expect([
      keyFaultWords(failure('key-unusable', { detail: 'the password does not open the file' })),
      keyFaultWords(failure('key-unusable')),
      keyFaultWords(failure('engine-stopped', { detail: 'port closed' })),
    ]).toEqual(['The password does not open the file.', 'Signing key not usable.', 'Restarting.']);
  });

  it('tell a certificate that runs out within a month from one that has', () => {
    const day = (number: number) => Date.parse(info.expiresAt) - number * 86_400_000;
    expect([
      certificateState(info.expiresAt, day(31)),
      certificateState(info.expiresAt, day(29)),
      certificateState(info.expiresAt, day(0)),
      certificateState(null, day(0)),
    ]).toEqual(['good', 'ends-soon', 'over', 'unknown']);
  });
});
