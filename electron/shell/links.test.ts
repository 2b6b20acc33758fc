import { describe, expect, it } from 'vitest';
import { checkLink } from './links.ts';

describe('a link', () => {
  it.each([
    ['https://www.gov.uk/guidance/x?y=1#z', 'https://www.gov.uk/guidance/x?y=1#z'],
    ['HTTPS://DEVELOPER.service.hmrc.gov.uk', 'https://developer.service.hmrc.gov.uk/'],
    [
      'https://api-platform-status.production.tax.service.gov.uk/',
      'https://api-platform-status.production.tax.service.gov.uk/',
    ],
    ['https://www.gov.uk:443/a b', 'https://www.gov.uk/a%20b'],
    ['https://www.gov.uk\\@evil.example', 'https://www.gov.uk/@evil.example'],
  ])('to %s opens', (given, opened) => {
    expect(checkLink(given)).toEqual({ ok: true, value: opened });
  });

  it.each([
    'http://www.gov.uk/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://www.gov.uk.evil.example/',
    'https://evil.example/?www.gov.uk',
    'https://www.gov.uk@evil.example/',
    'https://me:pw@www.gov.uk/',
    'https://www.gov.uk:8443/',
    'https://evilservice.gov.uk/',
    '//www.gov.uk/',
    'ms-settings:',
    '',
  ])('to %j does not', (given) => {
    expect(checkLink(given)).toMatchObject({ ok: false, failure: { reason: 'invalid-input' } });
  });
});
