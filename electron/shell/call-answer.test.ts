import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRIDGE_CALL_NAMES } from '../../shared/bridge-names.ts';
import { bridgeCalls } from '../../shared/bridge.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { answerCall, type ShellCalls } from './call-answer.ts';
import type { CallEngine } from './engine-link.ts';

function setUp() {
  const heard: unknown[] = [];
  const log: string[] = [];
  const callEngine = (async (name: string, params: unknown) => {
    heard.push(['engine', name, params]);
    return ok('from the engine');
  }) as unknown as CallEngine;
  const shellCalls = new Proxy({} as ShellCalls, {
    get: (_target, name) => async (params: unknown) => {
      heard.push(['shell', name, params]);
      if (name === 'copyText') throw new SyntaxError(`"${JSON.stringify(params)}" is not expected`);
      return ok('from the shell');
    },
  });
  return { heard, log, options: { callEngine, shellCalls, log: (line: string) => log.push(line) } };
}

describe('a call of the window', () => {
  it('goes to the engine or to the shell, as its contract says', async () => {
    const { heard, options } = setUp();
    expect([
      await answerCall('notification', { id: '7' }, options),
      await answerCall('preferences', null, options),
    ]).toEqual([ok('from the engine'), ok('from the shell')]);
    expect(heard).toEqual([
      ['engine', 'notification', { id: '7' }],
      ['shell', 'preferences', null],
    ]);
  });

  it.each([
    ['notification', { id: 7 }, 'id: must be text in quotes'],
    ['notification', {}, 'id: is missing'],
    ['notification', { id: '7', extra: true }, 'extra: is not a known setting'],
    ['status', {}, 'must be null'],
    ['openLink', { url: 'x'.repeat(3_000_000) }, 'openLink: too much at once'],
    ['acknowledge', { ids: Array(1_000_000).fill(1) }, 'acknowledge: too much at once'],
    ['page', JSON.parse('{"__proto__": {"limit": 1}, "filter": {}, "after": null, "limit": 9999}'), null],
  ] as const)(
    '"%s" with wrong parameters names what is wrong and reaches nobody',
    async (name, params, detail) => {
      const { heard, options } = setUp();
      const answer = await answerCall(name, params, options);
      expect(answer).toMatchObject({ ok: false, failure: { reason: 'invalid-input' } });
      if (detail !== null) expect(answer).toEqual(failed(failure('invalid-input', { detail })));
      expect(heard).toEqual([]);
    },
  );

  it('that breaks is a failure, and its parameters stay out of the log', async () => {
    const { log, options } = setUp();
    expect(await answerCall('copyText', { text: 'canary' }, options)).toEqual(
      failed(failure('unexpected-answer', { detail: 'copyText could not be answered' })),
    );
    expect(log.join()).toMatch(/^The call "copyText" broke: SyntaxError\n\s+at .*call-answer\.test/);
    expect(log.join()).not.toContain('canary');
  });

  it('is always answered, whatever comes', async () => {
    const { options } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...BRIDGE_CALL_NAMES), fc.anything(), async (name, params) => {
        expect(typeof (await answerCall(name, params, options)).ok).toBe('boolean');
      }),
    );
  });
});

it('names the calls of the bridge exactly', () => {
  expect([...BRIDGE_CALL_NAMES].sort()).toEqual(Object.keys(bridgeCalls).sort());
});
