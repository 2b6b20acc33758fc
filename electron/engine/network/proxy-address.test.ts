import { expect, it } from 'vitest';
import { parseProxyAddress } from './proxy-address.ts';

it.each([
  ['http://proxy.office:3128', 'proxy.office', 3128, false, null],
  ['proxy.office:3128', 'proxy.office', 3128, false, null],
  ['proxy.office', 'proxy.office', 80, false, null],
  ['https://proxy.office/', 'proxy.office', 443, true, null],
  ['http://[fd00::1]:8080', 'fd00::1', 8080, false, null],
  ['http://DOMAIN%5Cann:p%40ss%3A1@p:1', 'p', 1, false, { name: 'DOMAIN\\ann', password: 'p@ss:1' }],
  ['ann:pass@p:1', 'p', 1, false, { name: 'ann', password: 'pass' }],
])('reads %s', (text, host, port, secure, credentials) => {
  expect(parseProxyAddress(text)).toEqual({ ok: true, value: { host, port, secure, credentials } });
});

it.each(['socks5://ann:canary@p:1', 'http://ann:canary@', 'http://ann:can%ary@p:1', 'http://ann:canary@p:x'])(
  'refuses %s and repeats nothing of it',
  (text) => {
    const answer = parseProxyAddress(text);
    expect([answer.ok, JSON.stringify(answer).includes('can')]).toEqual([false, false]);
  },
);
