import { expect, it } from 'vitest';
import { faultInPublic } from './fault-in-public.ts';

it('says where a fault is and what kind it has, and nothing of what it was about', () => {
  const said = faultInPublic(new SyntaxError('"-----BEGIN PRIVATE KEY" is not JSON\n    at canary'));
  expect([
    said.split('\n')[0],
    /PRIVATE|canary/.test(said),
    said.includes('fault-in-public.test.ts'),
  ]).toEqual(['SyntaxError', false, true]);
  expect(faultInPublic('canary')).toBe('string');
});
