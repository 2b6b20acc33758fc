import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gvmsMessage } from '../simulators/ppns/producer-messages.ts';
import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import { memberWith } from '../../electron/engine/inbox/threads/life.fixture.ts';
import type { ThreadMember } from '../../electron/engine/inbox/threads/thread-member.ts';
import { threadView } from '../../electron/engine/inbox/threads/thread-view.ts';

type Told = Parameters<typeof gvmsMessage>[0];

/** Notifications of one lorry, a minute apart in the order given. */
const membersOf = (...told: readonly Told[]): ThreadMember[] =>
  told.map((about, minute) => {
    const createdDateTime = `2026-11-30T08:${String(minute).padStart(2, '0')}:00Z`;
    const text = gvmsMessage({ messageId: `m-${minute}`, createdDateTime, ...about });
    const [part] = ppnsDecoder.decode(new TextEncoder().encode(text));
    return memberWith({ id: String(minute + 1), facts: part!.facts });
  });

function statusOf(...told: readonly Told[]) {
  const { status } = threadView(membersOf(...told));
  return { code: status?.code, title: status?.title, attention: status?.attention, at: status?.actionId };
}

const required = { state: 'EMBARKED', inspectionRequired: true } as const;

describe('the life of a goods movement', () => {
  it.each([
    ['is ready', [{ state: 'OPEN' }], 'ready', 'Ready for check-in', 'info', null],
    ['is not ready', [{ state: 'NOT_FINALISABLE' }], 'blocked', 'GMR not ready to use', 'act', '1'],
    [
      'was ready and is not any more',
      [{ state: 'OPEN' }, { state: 'NOT_FINALISABLE' }],
      'blocked',
      'GMR no longer ready to use',
      'act',
      '2',
    ],
    [
      'was mended',
      [{ state: 'NOT_FINALISABLE' }, { state: 'OPEN' }],
      'ready',
      'Ready for check-in',
      'info',
      null,
    ],
    ['is inspected', [{ state: 'OPEN' }, required], 'inspection-required', 'Inspection required', 'act', '2'],
    [
      'is inspected, whatever says nothing of it later',
      [required, { state: 'EMBARKED' }],
      'inspection-required',
      'Inspection required',
      'act',
      '1',
    ],
    [
      'is not inspected after all',
      [required, { state: 'EMBARKED', inspectionRequired: false }],
      'on-the-way',
      'Embarked: no inspection required',
      'info',
      null,
    ],
    [
      'is inspected after "no inspection"',
      [{ state: 'EMBARKED', inspectionRequired: false }, required],
      'inspection-required',
      'Inspection required',
      'act',
      '2',
    ],
    ['is through', [required, { state: 'COMPLETED' }], 'ended', 'Crossing complete', 'info', null],
    [
      'is on the crossing',
      [{ state: 'OPEN' }, { state: 'EMBARKED' }],
      'on-the-way',
      'Embarked: inspection not decided yet',
      'watch',
      null,
    ],
  ] as const)('%s', (_, told, code, title, attention, at) => {
    expect(statusOf(...told)).toEqual({ code, title, attention, at });
  });

  it('of two at one instant is told by the one further on', () => {
    const createdDateTime = '2026-11-30T09:00:00Z';
    const told = [
      { state: 'EMBARKED', createdDateTime },
      { state: 'CHECKED_IN', createdDateTime },
    ] as const;
    expect([statusOf(...told).code, statusOf(...told).title]).toEqual([
      'on-the-way',
      'Embarked: inspection not decided yet',
    ]);
  });

  it('is the same in any order and however often each comes', () => {
    const told = fc.record({
      state: fc.constantFrom('OPEN', 'NOT_FINALISABLE', 'CHECKED_IN', 'EMBARKED', 'COMPLETED'),
      inspectionRequired: fc.constantFrom(true, false),
    });
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 6 }), fc.nat(), (all, seed) => {
        const members = membersOf(...all);
        const shuffled = [...members, ...members].sort(
          (a, b) => ((Number(a.row.id) * 7919 + seed) % 13) - ((Number(b.row.id) * 7919 + seed) % 13),
        );
        expect(threadView(shuffled).status).toEqual(threadView(members).status);
      }),
    );
  });
});
