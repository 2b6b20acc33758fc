import { describe, expect, it } from 'vitest';
import { certificateNotices } from './key-notices.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 0, 0);
const DAY = 86_400_000;
const titleIn = (days: number) =>
  certificateNotices(new Date(NOW + days * DAY).toISOString(), NOW).map(({ title }) => title);

describe('what is said of a certificate', () => {
  it.each([
    [31, []],
    [30, ['The certificate of the signing key runs out in 30 days, on 2026-12-22']],
    [1.5, ['The certificate of the signing key runs out in 1 day, on 2026-11-23']],
    [0.5, ['The certificate of the signing key runs out today, on 2026-11-22']],
    [0, ['The certificate of the signing key ran out on 2026-11-22']],
    [-3, ['The certificate of the signing key ran out on 2026-11-19']],
  ])('%d days before it runs out', (days, titles) => {
    expect(titleIn(days)).toEqual(titles);
  });

  it('is nothing where there is none', () => {
    expect(certificateNotices(null, NOW)).toEqual([]);
  });
});
