import { describe, expect, it } from 'vitest';
import { createCursorTrail } from './cursor-trail.ts';

describe('the trail of cursors', () => {
  it('begins at the newest page and grows by what each page answers', () => {
    const trail = createCursorTrail();
    trail.learn(0, 'a');
    trail.learn(1, 'b');
    expect([trail.cursor(0), trail.cursor(1), trail.cursor(2), trail.cursor(3), trail.reach()]).toEqual([
      null,
      'a',
      'b',
      undefined,
      2,
    ]);
  });

  it('ends at the last page', () => {
    const trail = createCursorTrail();
    trail.learn(0, 'a');
    trail.learn(1, 'b');
    trail.learn(1, null);
    expect([trail.reach(), trail.cursor(2)]).toEqual([1, undefined]);
  });

  it('takes the newest answer, and none for a page that it does not reach', () => {
    const trail = createCursorTrail();
    trail.learn(0, 'a');
    trail.learn(0, 'a2');
    trail.learn(7, 'z');
    expect([trail.cursor(1), trail.reach()]).toEqual(['a2', 1]);
  });
});
