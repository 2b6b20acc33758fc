import { describe, expect, it } from 'vitest';
import { readIdList } from './id-list.ts';

const read = (text: string) => readIdList(new TextEncoder().encode(text));
const link = (rel: string, href: string) => `<link rel="${rel}" href="${href}"/>`;
const ID = '0b6f2c1e-7d1b-4d0f-8b43-0d6d7a3c5e11';

describe('a list of messages', () => {
  it('names ids, in whichever queue they are, each once', () => {
    const links = [
      link('self', '/notifications/unpulled/'),
      link('notification', `/notifications/unpulled/${ID}`),
      link('notification', `https://host.example/notifications/pulled/${ID}/`),
      link('notification', '/notifications/second-id'),
      link('notification', ''),
    ];
    expect(read(`<resource href="/notifications/unpulled/">${links.join('')}</resource>`)).toEqual({
      ok: true,
      value: [ID, 'second-id'],
    });
  });

  it('may be empty', () => {
    expect(read('<resource/>')).toEqual({ ok: true, value: [] });
  });

  it('may be as long as HMRC makes them', () => {
    const links = Array.from({ length: 60_000 }, (_, index) =>
      link('notification', `/notifications/unpulled/${ID.slice(0, 28)}${String(index).padStart(8, '0')}`),
    );
    const ids = read(`<resource>${links.join('\n')}</resource>`);
    expect(ids.ok && ids.value.length).toBe(60_000);
  });

  it('is not anything else', () => {
    expect(
      ['<errorResponse><code>X</code></errorResponse>', '{"code":"X"}', '', '<resource><link'].map((text) =>
        read(text),
      ),
    ).toEqual(
      [
        'the root element is errorResponse',
        'text data outside of root node',
        'empty',
        'unclosed tag: resource',
      ].map((why) => ({ ok: false, failure: why })),
    );
  });
});
