import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cdsDecoder } from '../../electron/engine/decode/cds/cds-decoder.ts';
import { callingIds } from '../../electron/engine/inbox/threads/calling.ts';
import { memberWith } from '../../electron/engine/inbox/threads/life.fixture.ts';
import { storyOf } from '../../electron/engine/inbox/threads/story.ts';
import type { ThreadMember } from '../../electron/engine/inbox/threads/thread-member.ts';
import { threadView } from '../../electron/engine/inbox/threads/thread-view.ts';
import { waitsOf } from '../../electron/engine/inbox/threads/waits.ts';

/** Published life-cycles, a folder each, kept beside the checkout. */
const FOLDER = fileURLToPath(new URL('../../../shared/facts/samples/cds/sequences/', import.meta.url));
const isThere = existsSync(FOLDER);
if (!isThere) console.info(`skipped: no sample sequences in ${FOLDER}`);

const sequences = isThere ? readdirSync(FOLDER).sort() : [];

/** Status, attention, the type that calls, the limit, the notes, the trade, and the order, oldest first. */
const EXPECTED: Readonly<Record<string, readonly unknown[]>> = {
  EX010a_cancellation: ['withdrawn', 'info', null, null, [], 'export', '01 09 02 11/39 10'],
  EX011a_prelodged_export: [...['exited', 'info', null, null], [], 'export', '02 01 07 09 16/A1'],
  EX052a_cancel_prelodged: ['cancelled', 'info', null, null, [], 'export', '02 02 11/39 03'],
  EX055a_query: ['query-open', 'act', 'DMSQRY', null, [], 'export', '02 51 01 51'],
  IM017a_doc_and_physical_check: [
    ...['cleared', 'info', null, null],
    ['The declaration was changed'],
    'import',
    '01 13/67 05 06 02 11/39 13/67 13/4 07 09',
  ],
  IM035a_alvs_hold: ['held-by-defra', 'act', 'DMSALV', null, [], 'import', '01 13/67 50'],
  IM082a_two_amendments: [
    ...['cleared', 'info', null, null],
    ['The declaration was changed'],
    'import',
    '01 13/67 02 11/39 13/67 02 11/39 13/67 13/4 07 09',
  ],
  IM117a_plain_import: ['cleared', 'info', null, null, [], 'import', '01 13/67 13/4 09'],
  IM219a_provisional_release: ['cleared', 'info', null, null, [], 'import', '01 13/67 13/115 08 09'],
};

/** Every message of a sequence, numbered and received in the order of arrival that is given. */
function delivered(payloads: readonly Uint8Array[]): readonly ThreadMember[] {
  const parts = payloads.flatMap((payload) =>
    cdsDecoder.decode(payload, { envelope: { 'x-conversation-id': 'c' } }),
  );
  return parts.map(({ facts }, place) => memberWith({ id: String(place + 1), facts }));
}

const payloadsOf = (sequence: string): readonly Uint8Array[] =>
  readdirSync(`${FOLDER}${sequence}`)
    .sort()
    .map((file) => readFileSync(`${FOLDER}${sequence}/${file}`));

/** The thread, what is expected of it and what calls, without what the archive itself adds: numbers and times of receipt. */
function story(members: readonly ThreadMember[]) {
  const { entries, status, ...rest } = threadView(members);
  const typeOf = (id: string | null) => entries.find((entry) => entry.id === id)?.type ?? null;
  const calls = callingIds(storyOf(members));
  return {
    ...rest,
    waits: waitsOf(storyOf(members)),
    calling: entries.filter(({ ids }) => ids.every((id) => calls.has(id))).map(({ type }) => type),
    status: status === null ? null : { ...status, actionId: typeOf(status.actionId) },
    events: entries.map(({ functionCode, statusCode, title, issuedAt }) => [
      [functionCode, statusCode].filter((code) => code !== null).join('/'),
      title,
      issuedAt,
    ]),
  };
}

describe.skipIf(!isThere)('published CDS life-cycles', () => {
  it('are all expected here', () => {
    expect(sequences).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(sequences)('%s comes to the status that it should', (sequence) => {
    const { status, trade, events } = story(delivered(payloadsOf(sequence)));
    const order = events.map(([code]) => code).reverse();
    expect([
      ...[status?.code, status?.attention, status?.actionId, status?.deadline, status?.notes, trade],
      order.join(' '),
    ]).toEqual(EXPECTED[sequence]);
  });

  it('leave to wait for, and to call, only what is still open', () => {
    const left = sequences.map((sequence) => {
      const { waits, calling } = story(delivered(payloadsOf(sequence)));
      return [sequence, waits.map(({ rule }) => rule), calling];
    });
    expect(left.filter(([, waits, calling]) => waits?.length !== 0 || calling?.length !== 0)).toEqual([
      ['EX055a_query', [], ['DMSQRY']],
      ['IM035a_alvs_hold', [], ['DMSALV']],
    ]);
  });

  it('wait for the next message at each point of the way', () => {
    const awaited = (sequence: string, count: number) =>
      story(delivered(payloadsOf(sequence).slice(0, count))).waits.map(({ rule }) => rule);
    expect([
      [1, 2, 4].map((count) => awaited('EX011a_prelodged_export', count)),
      [1, 2, 3].map((count) => awaited('IM117a_plain_import', count)),
      [2, 4].map((count) => awaited('IM219a_provisional_release', count)),
      [1, 2, 3].map((count) => awaited('EX052a_cancel_prelodged', count)),
    ]).toEqual([
      [['registration'], ['clearance'], ['exit']],
      [['clearance'], ['clearance', 'final-tax'], ['clearance']],
      [['clearance', 'final-tax'], ['final-tax']],
      [['registration'], ['arrival'], ['registration']],
    ]);
  });

  it.each(sequences)('%s is one thread in any order of arrival, with any copies', (sequence) => {
    const payloads = payloadsOf(sequence);
    const tidy = story(delivered(payloads));
    const arrivals = fc
      .subarray([...payloads])
      .chain((copies) =>
        fc.shuffledSubarray([...payloads, ...copies], { minLength: payloads.length + copies.length }),
      );
    fc.assert(
      fc.property(arrivals, (arrived) => {
        expect(story(delivered(arrived))).toEqual(tidy);
      }),
      { numRuns: 60 },
    );
  });

  it.each(sequences)('%s has a status after every message, in any order', (sequence) => {
    const payloads = payloadsOf(sequence);
    const partly = fc.shuffledSubarray([...payloads], { minLength: 1 });
    fc.assert(
      fc.property(partly, (arrived) => {
        const { status, entries } = threadView(delivered(arrived));
        const isHere =
          typeof status?.actionId !== 'string' || entries.some(({ id }) => id === status.actionId);
        expect([status === null, status?.code === 'unknown', isHere]).toEqual([false, false, true]);
      }),
      { numRuns: 60 },
    );
  });
});
