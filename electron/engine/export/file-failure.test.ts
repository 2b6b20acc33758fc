import { describe, expect, it } from 'vitest';
import { fileFailure } from './file-failure.ts';

const error = (code: string) => Object.assign(new Error('secret detail'), { code });

describe('a file failure', () => {
  it.each([
    ['ENOSPC', 'The disk that holds /a/b.csv is full: free some space or choose another disk.'],
    [
      'EACCES',
      '/a/b.csv may not be written: choose another folder, change its permissions, or close the program that has the file open.',
    ],
    ['EROFS', '/a/b.csv is on a disk that cannot be written: choose another.'],
    ['EIO', '/a/b.csv cannot be written (EIO): choose another place.'],
  ])('puts %s into words that say what to do', (code, detail) => {
    expect(fileFailure(error(code), '/a/b.csv')).toEqual({
      reason: 'file-unwritable',
      detail,
      status: null,
      code,
      retryAfterMs: null,
    });
  });

  it('is not made of a bug', () => {
    expect(() => fileFailure(new TypeError('a bug'), '/a')).toThrow('a bug');
    expect(() => fileFailure(error('ERR_INVALID_ARG_TYPE'), '/a')).toThrow('secret detail');
  });
});
