import { expect, it } from 'vitest';
import { readSystemAnswer } from './system-answer.ts';

const proxy = (host: string, port: number, secure = false) => ({ host, port, secure, credentials: null });

it.each([
  ['DIRECT', [null], []],
  ['', [null], []],
  ['PROXY proxy.office:3128', [proxy('proxy.office', 3128)], []],
  ['PROXY a:1; HTTPS b:2 ;DIRECT', [proxy('a', 1), proxy('b', 2, true), null], []],
  ['proxy a', [proxy('a', 80)], []],
  ['HTTPS a', [proxy('a', 443, true)], []],
  ['PROXY [fd00::1]:3128', [proxy('fd00::1', 3128)], []],
  ['SOCKS5 a:1080; SOCKS b:1080', [], ['SOCKS5', 'SOCKS']],
  ['SOCKS5 a:1080; DIRECT', [null], ['SOCKS5']],
  ['PROXY', [], ['PROXY']],
])('%j', (text, ways, unusable) => {
  expect(readSystemAnswer(text)).toEqual({ ways, unusable });
});
