import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../../shared/failure.ts';
import { failed, ok } from '../../../../shared/result.ts';
import type { HttpRequest, HttpResponse } from '../../http/http.ts';
import type { Clock } from '../../time/clock.ts';
import type { CallKind, SourceContext } from '../source.ts';
import { createAuthorisedCall, type AuthorisedCall, type HmrcCall } from './authorised-call.ts';

const LIST: HmrcCall = { kind: 'list', method: 'GET', path: '/list?count=1' };
const MINUTE = 60_000;

let made: { readonly kind: CallKind; readonly request: HttpRequest }[];
let time: { now: number; uptime: number };
/** Tokens that the API takes; each token call hands out the next number. */
let good: Set<string>;
let issued: number;
let grant: Record<string, unknown>;
let call: AuthorisedCall;

const clock: Clock = { now: () => time.now, uptime: () => time.uptime, sleep: () => Promise.resolve() };

const answer = (status: number, body: unknown = {}): HttpResponse => ({
  status,
  headers: {},
  body: new TextEncoder().encode(JSON.stringify(body)),
});

function context(signal = new AbortController().signal): SourceContext {
  return {
    clock,
    signal,
    call: async (kind, request) => {
      made.push({ kind, request });
      await Promise.resolve();
      if (signal.aborted) return failed(failure('cancelled'));
      if (kind !== 'token') {
        const token = request.headers['authorization']?.replace('Bearer ', '') ?? '';
        return ok(good.has(token) ? answer(200) : answer(401, { code: 'INVALID_CREDENTIALS' }));
      }
      issued += 1;
      return ok(answer(200, { access_token: `t${issued}`, token_type: 'bearer', ...grant }));
    },
  };
}

const kinds = () => made.map(({ kind }) => kind);

beforeEach(() => {
  made = [];
  issued = 0;
  time = { now: Date.UTC(2026, 10, 22, 9), uptime: 5000 };
  good = new Set(['t1', 't2', 't3']);
  grant = { expires_in: 14_400 };
  call = createAuthorisedCall({
    credentials: {
      clientId: 'quay',
      secret: 'pass/word',
      environment: { baseUrl: 'http://127.0.0.1:1/' },
    },
    accept: 'application/vnd.hmrc.1.0+json',
    scopes: ['read:a', 'write:b'],
  });
});

describe('a call of an API', () => {
  it('asks for a token in a form, and is made with it and the exact Accept', async () => {
    await call(context(), LIST);
    await call(context(), { kind: 'acknowledge', method: 'PUT', path: '/ack', body: '{"a":1}' });
    const headers = { accept: 'application/vnd.hmrc.1.0+json', authorization: 'Bearer t1' };
    expect(made).toEqual([
      {
        kind: 'token',
        request: {
          method: 'POST',
          url: 'http://127.0.0.1:1/oauth/token',
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
          body: 'client_id=quay&client_secret=pass%2Fword&grant_type=client_credentials&scope=read%3Aa+write%3Ab',
        },
      },
      { kind: 'list', request: { method: 'GET', url: 'http://127.0.0.1:1/list?count=1', headers } },
      {
        kind: 'acknowledge',
        request: {
          method: 'PUT',
          url: 'http://127.0.0.1:1/ack',
          headers: { ...headers, 'content-type': 'application/json' },
          body: '{"a":1}',
        },
      },
    ]);
  });

  it('answered 401 is tried once more with a new token', async () => {
    good = new Set(['t2']);
    expect([(await call(context(), LIST)).ok, kinds()]).toEqual([true, ['token', 'list', 'token', 'list']]);
  });

  it('answered 401 twice is refused for good, without further tries', async () => {
    good = new Set();
    expect([await call(context(), LIST), kinds()]).toEqual([
      failed(
        failure('token-refused', {
          status: 401,
          code: 'INVALID_CREDENTIALS',
          detail: 'HTTP 401 INVALID_CREDENTIALS',
        }),
      ),
      ['token', 'list', 'token', 'list'],
    ]);
  });

  it('hands over a status that the caller reads for itself', async () => {
    good = new Set();
    const answered = await call(context(), { ...LIST, alsoOk: [401] });
    expect(answered.ok ? answered.value.status : answered.failure).toBe(401);
  });
});

describe('a token', () => {
  it('is asked for once by calls that come together', async () => {
    await Promise.all([call(context(), LIST), call(context(), LIST), call(context(), LIST)]);
    expect(kinds()).toEqual(['token', 'list', 'list', 'list']);
  });

  it('is asked for once when calls that come together are all refused', async () => {
    good = new Set(['t2']);
    await Promise.all([call(context(), LIST), call(context(), LIST)]);
    expect(kinds().filter((kind) => kind === 'token').length).toBe(2);
  });

  it('is asked for again by those who wait, when the one who asked was stopped', async () => {
    const stop = new AbortController();
    const stopped = call(context(stop.signal), LIST);
    const waiting = call(context(), LIST);
    stop.abort();
    const [first, second] = await Promise.all([stopped, waiting]);
    expect([first, second.ok]).toEqual([failed(failure('cancelled')), true]);
  });

  it('lasts until a minute before it expires', async () => {
    const count = async (after: number) => {
      time = { now: time.now + after, uptime: time.uptime + after };
      await call(context(), LIST);
      return issued;
    };
    expect([await count(0), await count(238 * MINUTE), await count(MINUTE - 1), await count(1)]).toEqual([
      1, 1, 1, 2,
    ]);
  });

  it('is renewed without a refused call after the machine slept, and after its clock was set', async () => {
    await call(context(), LIST);
    // Suspended: the wall clock went on, the uptime stood still.
    time = { ...time, now: time.now + 300 * MINUTE };
    await call(context(), LIST);
    // Set back: only the uptime tells how old the token is.
    time = { now: time.now - 600 * MINUTE, uptime: time.uptime + 300 * MINUTE };
    await call(context(), LIST);
    expect(kinds()).toEqual(['token', 'list', 'token', 'list', 'token', 'list']);
  });

  it.each([
    [{ expires_in: '14400' }, 239 * MINUTE - 1, 1],
    [{ expires_in: 10 }, 8_999, 1],
    [{ expires_in: 10 }, 9_000, 2],
    [{}, 4.5 * MINUTE - 1, 1],
    [{}, 4.5 * MINUTE, 2],
    [{ expires_in: 'soon' }, 4.5 * MINUTE, 2],
  ])(
    'granted with %j and used again after %i ms is asked for in all %i times',
    async (granted, after, expected) => {
      grant = granted;
      await call(context(), LIST);
      time = { now: time.now + after, uptime: time.uptime + after };
      await call(context(), LIST);
      expect(issued).toBe(expected);
    },
  );

  it.each(['', 'two\r\nlines', 'a\u0000b', 'with blanks', 'cafe\u0301', '\ud800'])(
    'that no header can carry, %j, is the server’s fault, and is asked for again',
    async (token) => {
      grant = { access_token: token };
      const detail = 'the token endpoint sent no access token that can be used';
      const faulty = failed(failure('unexpected-answer', { status: 200, detail }));
      expect(await call(context(), LIST)).toEqual(faulty);
      grant = {};
      expect(await call(context(), LIST)).toMatchObject({ ok: true });
      expect(kinds()).toEqual(['token', 'token', 'list']);
    },
  );
});
