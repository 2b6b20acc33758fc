import fc from 'fast-check';
import { expect, it } from 'vitest';
import { failure, type Failure } from '../../../../shared/failure.ts';
import { failed, ok } from '../../../../shared/result.ts';
import type { AuthorisedCall } from '../hmrc/authorised-call.ts';
import type { SourceContext } from '../source.ts';
import { acknowledgeInBox } from './acknowledge-box.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ids = (n: number): string[] => Array.from({ length: n }, (_, index) => id(index));
const refusal = failure('request-refused', { status: 400, code: 'INVALID_REQUEST_PAYLOAD' });

/** Acknowledges against a service that answers each batch as `answer` says; null is a success, a 204 unless told. */
async function acknowledge(
  remoteIds: readonly string[],
  answer: (batch: readonly string[]) => Failure | null,
  success = { status: 204, text: '' },
) {
  const batches: (readonly string[])[] = [];
  const call: AuthorisedCall = async (_context, { body }) => {
    const { notificationIds } = JSON.parse(body ?? '') as { notificationIds: string[] };
    batches.push(notificationIds);
    const why = answer(notificationIds);
    if (why !== null) return failed(why);
    return ok({ status: success.status, headers: {}, body: new TextEncoder().encode(success.text) });
  };
  // Only handed through to the call.
  const outcome = await acknowledgeInBox('box', call, {} as SourceContext, remoteIds);
  return { batches, ...outcome };
}

it('sends at most a hundred distinct ids a call', async () => {
  const {
    batches,
    acknowledged,
    failed: refused,
  } = await acknowledge([...ids(250), id(3), id(3)], () => null);
  expect([batches.map(({ length }) => length), acknowledged, refused.size]).toEqual([
    [100, 100, 50],
    ids(250),
    0,
  ]);
});

it('sends nothing for nothing', async () => {
  expect((await acknowledge([], () => null)).batches).toEqual([]);
});

it('finds the ids that are refused and acknowledges all others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 230 }),
      fc.uniqueArray(fc.nat(229), { maxLength: 4 }),
      async (n, bad) => {
        const wrong = new Set(bad.map(id));
        const outcome = await acknowledge(ids(n), (batch) =>
          batch.some((each) => wrong.has(each)) ? refusal : null,
        );
        expect([outcome.acknowledged, [...outcome.failed]]).toEqual([
          ids(n).filter((each) => !wrong.has(each)),
          ids(n)
            .filter((each) => wrong.has(each))
            .map((each) => [each, refusal]),
        ]);
        expect(outcome.batches.length).toBeLessThanOrEqual(Math.ceil(n / 100) + bad.length * 14);
      },
    ),
    { numRuns: 40 },
  );
});

it('stops at the first failure that is not about the ids, and says so of all that are left', async () => {
  const throttled = failure('rate-limited', { status: 429 });
  let calls = 0;
  const outcome = await acknowledge(ids(250), () => ((calls += 1) === 1 ? null : throttled));
  expect([
    outcome.acknowledged.length,
    outcome.batches.length,
    new Set(outcome.failed.values()),
    outcome.failed.size,
  ]).toEqual([100, 2, new Set([throttled]), 150]);
});

it('keeps an id that HMRC never gave to itself', async () => {
  const outcome = await acknowledge([id(1), 'sha256:0f'], () => null);
  expect([outcome.batches, [...outcome.failed].map(([each, why]) => [each, why.reason])]).toEqual([
    [[id(1)]],
    [['sha256:0f', 'not-supported']],
  ]);
});

it.each([
  [200, '<html><body>sign in</body></html>', 'page'],
  [200, '{}', 'json'],
  [200, '', 'empty'],
  [202, '', 'empty'],
])(
  'does not take a %i with %j for an acknowledgement, and sends no smaller batches',
  async (status, text, form) => {
    const outcome = await acknowledge(ids(3), () => null, { status, text });
    const why = failure('unexpected-answer', {
      status,
      detail: `HTTP ${status} ${form} in place of an acknowledgement's 204`,
    });
    expect([outcome.acknowledged, outcome.batches.length, [...outcome.failed]]).toEqual([
      [],
      1,
      ids(3).map((each) => [each, why]),
    ]);
  },
);
