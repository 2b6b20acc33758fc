import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/bridge.ts';
import type { ListRow } from '../../shared/engine-api.ts';
import type { Failure } from '../../shared/failure.ts';
import { actOn, walkThreads } from './thread-act.ts';
import { rows, threadRow } from './test-rows.ts';

const done = (changed: number) => ({ changed, change: 'c1', sentence: 'the engine’s own' });
const idsFrom = (start: number, howMany: number) =>
  Array.from({ length: howMany }, (_, index) => String(start + howMany - index));

describe('acknowledging rows', () => {
  it('names every notification of a thread, of which the engine takes those that are new', () => {
    const { act, rows: reached } = actOn([threadRow(['9', '7', '2']), threadRow(['8', '5'], { fresh: 1 })]);
    expect([act?.selection, reached.map(({ id }) => id), act?.sentence?.(done(4))]).toEqual([
      { ids: ['9', '7', '2', '8', '5'] },
      ['9', '8'],
      'Acknowledged 2 declarations, 4 notifications',
    ]);
  });

  it('leaves the sentence about notifications to the engine', () => {
    expect(actOn(rows('2', '1')).act).toEqual({ selection: { ids: ['2', '1'] } });
  });

  it('never takes a thread in part: what does not go in one call is left, and the sentence says so', () => {
    const large = threadRow(idsFrom(10_000, 6000));
    const next = threadRow(idsFrom(1000, 6000));
    const { act, rows: reached } = actOn([large, next]);
    expect([reached, act?.sentence?.(done(6000))]).toEqual([
      [large],
      'Acknowledged declaration HF-2026-118842, 6,000 notifications. That is as many as go at once: select the rest and acknowledge again',
    ]);
  });

  it('is nothing where there is nothing', () => {
    expect(actOn([])).toEqual({ act: null, rows: [] });
  });
});

describe('acknowledging all that a list of threads shows', () => {
  const filter = { states: ['new' as const], attention: ['act' as const] };
  const broken: Failure = {
    reason: 'engine-stopped',
    detail: null,
    status: null,
    code: null,
    retryAfterMs: null,
  };

  function walk(...pages: (readonly ListRow[] | Failure)[]) {
    const asked: unknown[] = [];
    const page: Bridge['page'] = async (params) => {
      asked.push([params.by, params.filter, params.after]);
      const answer = pages[asked.length - 1] ?? [];
      if ('reason' in answer) return { ok: false, failure: answer };
      const next = asked.length < pages.length ? `after-${asked.length}` : null;
      return { ok: true, value: { rows: [...answer], next, total: 0, totalIsCapped: false } };
    };
    return walkThreads({ page }, filter).then((act) => ({ act, asked }));
  }

  it('walks every page and names what it found', async () => {
    const { act, asked } = await walk([threadRow(['9', '3'])], [threadRow(['8'])]);
    expect([act.ok && act.value?.selection, asked]).toEqual([
      { ids: ['9', '3', '8'] },
      [
        ['thread', filter, null],
        ['thread', filter, 'after-1'],
      ],
    ]);
  });

  it('stops walking once no more go in one call', async () => {
    const full = threadRow(idsFrom(20_000, 10_000));
    const { act, asked } = await walk([full, threadRow(['8'])], [threadRow(['7'])]);
    expect([act.ok && act.value?.sentence?.(done(10_000)), asked.length]).toEqual([
      'Acknowledged declaration HF-2026-118842, 10,000 notifications. That is as many as go at once: select the rest and acknowledge again',
      1,
    ]);
  });

  it('acknowledges nothing where a page cannot be had', async () => {
    expect((await walk([threadRow(['9'])], broken)).act).toEqual({ ok: false, failure: broken });
  });

  it('is nothing where none is new', async () => {
    const { act } = await walk([threadRow(['9'], { state: 'acknowledged', fresh: 0 })]);
    expect(act).toEqual({ ok: true, value: null });
  });
});
