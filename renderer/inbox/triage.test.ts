import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import { stayingIn, withMark } from './marks.ts';
import { row, rows } from './test-rows.ts';
import { createTriageDesk } from './triage.ts';

const now = Date.parse('2026-11-22T09:41:00.000Z');
const storeFull: Failure = {
  reason: 'store-full',
  detail: null,
  status: null,
  code: null,
  retryAfterMs: null,
};
const two = rows('2', '1');

type Answers = Partial<Pick<Bridge, 'acknowledge' | 'undo'>>;

function desk(answers: Answers = {}) {
  const asked: unknown[] = [];
  const said: string[] = [];
  const created = createTriageDesk({
    bridge: {
      acknowledge: async (selection) => {
        asked.push(selection);
        return { ok: true, value: { changed: 2, change: 'c1', sentence: 'Acknowledged 2 notifications.' } };
      },
      undo: async (change) => {
        asked.push(change);
        return {
          ok: true,
          value: { changed: 2, change: null, sentence: 'Undone: 2 notifications are new again.' },
        };
      },
      ...answers,
    },
    clock: { now: () => now },
    announce: (sentence) => said.push(sentence),
    refresh: async () => undefined,
  });
  return { ...created, asked, said };
}

const request = {
  act: { selection: { ids: ['2', '1'] } },
  rows: two,
  list: 'needs-action',
  holdBackSeconds: 10,
  keepsMark: () => true,
};
const looks = (created: ReturnType<typeof desk>) =>
  two.map((one) => withMark(one, created.triage.get().marks.get(one.id)).state);

describe('acknowledging', () => {
  it('shows at once, before the engine has answered', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const created = desk({
      acknowledge: async () => {
        await held;
        return { ok: true, value: { changed: 2, change: 'c1', sentence: 'Done.' } };
      },
    });
    const acknowledging = created.acknowledge(request);
    const before = { looks: looks(created), leaves: created.triage.get().marks.get('2') };
    answer();
    await acknowledging;
    expect(before).toMatchObject({
      looks: ['acknowledged', 'acknowledged'],
      leaves: { row: { leavesAt: '2026-11-22T09:41:10.000Z' } },
    });
  });

  it('says the sentence of the engine and keeps the rows in sight where it was done', async () => {
    const created = desk();
    await created.acknowledge(request);
    expect({
      asked: created.asked,
      said: created.said,
      here: stayingIn(created.triage.get(), 'needs-action'),
      elsewhere: stayingIn(created.triage.get(), 'all'),
      undoes: created.toast.get()?.change?.id,
    }).toEqual({
      asked: [{ ids: ['2', '1'] }],
      said: ['Acknowledged 2 notifications.'],
      here: ['2', '1'],
      elsewhere: [],
      undoes: 'c1',
    });
  });

  it('takes it back with the reason where it could not be stored', async () => {
    const created = desk({ acknowledge: async () => ({ ok: false, failure: storeFull }) });
    await created.acknowledge(request);
    expect({
      looks: looks(created),
      mark: created.triage.get().marks.get('1'),
      tone: created.toast.get()?.tone,
      changes: created.triage.get().changes,
    }).toEqual({
      looks: ['new', 'new'],
      mark: { phase: 'refused', failure: storeFull },
      tone: 'failure',
      changes: [],
    });
  });

  it('says in its own words what it knows better than the engine', async () => {
    const created = desk();
    const act = Promise.resolve({
      ok: true as const,
      value: {
        selection: { ids: ['2', '1', '0'] },
        sentence: ({ changed }: { changed: number }) => `1 declaration, ${changed} notifications`,
      },
    });
    await created.acknowledge({ ...request, act });
    expect([created.asked, created.said, created.triage.get().changes[0]?.sentence]).toEqual([
      [{ ids: ['2', '1', '0'] }],
      ['1 declaration, 2 notifications'],
      '1 declaration, 2 notifications',
    ]);
  });

  it('shows the rows as done while it is still found out what is to be acknowledged', async () => {
    const created = desk();
    let found: (answer: { ok: true; value: null }) => void = () => {};
    const act = new Promise<{ ok: true; value: null }>((resolve) => (found = resolve));
    const acknowledging = created.acknowledge({ ...request, act });
    const meanwhile = looks(created);
    found({ ok: true, value: null });
    await acknowledging;
    expect([meanwhile, looks(created), created.asked, created.said]).toEqual([
      ['acknowledged', 'acknowledged'],
      ['new', 'new'],
      [],
      ['Nothing to acknowledge'],
    ]);
  });

  it('takes it back where that could not be found out', async () => {
    const created = desk();
    await created.acknowledge({ ...request, act: Promise.resolve({ ok: false, failure: storeFull }) });
    expect([looks(created), created.asked, created.toast.get()?.tone]).toEqual([
      ['new', 'new'],
      [],
      'failure',
    ]);
  });

  it('takes it back where the call itself broke', async () => {
    const created = desk({
      acknowledge: async () => {
        throw new Error('no engine');
      },
    });
    await created.acknowledge(request);
    expect(created.triage.get().marks.get('1')).toMatchObject({ failure: { reason: 'engine-stopped' } });
  });

  it('lets the rows of a large act go at once', async () => {
    const created = desk();
    const many = Array.from({ length: 51 }, (_, index) => row({ id: String(index + 1) }));
    await created.acknowledge({ ...request, rows: many });
    expect([
      stayingIn(created.triage.get(), 'needs-action').length,
      created.triage.get().changes.length,
    ]).toEqual([0, 1]);
  });

  it('leaves nothing to undo where nothing changed', async () => {
    const created = desk({
      acknowledge: async () => ({
        ok: true,
        value: { changed: 0, change: null, sentence: 'Already acknowledged.' },
      }),
    });
    await created.acknowledge(request);
    expect(created.triage.get()).toEqual({ marks: new Map(), changes: [] });
  });
});

describe('undoing', () => {
  it('takes the last change, and says so when there is none', async () => {
    const created = desk();
    await created.acknowledge(request);
    await created.undo();
    await created.undo();
    expect({
      asked: created.asked.slice(1),
      said: created.said.slice(1),
      left: created.triage.get(),
    }).toEqual({
      asked: [{ change: 'c1' }],
      said: ['Undone: 2 notifications are new again.', 'Nothing to undo.'],
      left: { marks: new Map(), changes: [] },
    });
  });

  it('waits for the act that is just being asked for, and undoes that', async () => {
    const created = desk();
    const acknowledging = created.acknowledge(request);
    await created.undo();
    await acknowledging;
    expect([created.asked, created.triage.get()]).toEqual([
      [{ ids: ['2', '1'] }, { change: 'c1' }],
      { marks: new Map(), changes: [] },
    ]);
  });

  it('undoes two acts for two presses', async () => {
    let acts = 0;
    const created = desk({
      acknowledge: async () => {
        acts += 1;
        return { ok: true, value: { changed: 1, change: `c${acts}`, sentence: 'Done.' } };
      },
    });
    await created.acknowledge({ ...request, rows: two.slice(0, 1) });
    await created.acknowledge({ ...request, rows: two.slice(1) });
    await Promise.all([created.undo(), created.undo()]);
    expect(created.asked).toEqual([{ change: 'c2' }, { change: 'c1' }]);
  });

  it('puts everything back where it failed', async () => {
    const created = desk({ undo: async () => ({ ok: false, failure: storeFull }) });
    await created.acknowledge(request);
    const before = created.triage.get();
    await created.undo('c1');
    expect([created.triage.get(), created.toast.get()?.tone]).toEqual([before, 'failure']);
  });
});
