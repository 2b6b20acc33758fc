import { describe, expect, it } from 'vitest';
import type { ExportProgress } from '../../shared/engine-api.ts';
import { createExportDesk } from './exports.ts';

const request = { filter: {}, format: 'csv', bom: true, formulaGuard: true } as const;
const progress = (given: Partial<ExportProgress> = {}): ExportProgress => ({
  job: 'j1',
  state: 'running',
  rows: 10,
  total: 100,
  path: '/home/b/out.csv',
  guarded: 0,
  failure: null,
  ...given,
});

describe('an export', () => {
  it('is followed from the first word on, also where that came before the id of the job', async () => {
    const desk = createExportDesk({
      exportFile: async () => {
        desk.heard(progress({ rows: 50 }));
        desk.heard(progress({ job: 'other', rows: 99 }));
        return { ok: true, value: { job: 'j1' } };
      },
      cancelExport: async () => ({ ok: true, value: null }),
    });
    await desk.start(request);
    expect(desk.state.get()).toEqual({ kind: 'followed', progress: progress({ rows: 50 }) });
  });

  it('hears its own job only', async () => {
    const desk = createExportDesk({
      exportFile: async () => ({ ok: true, value: { job: 'j1' } }),
      cancelExport: async () => ({ ok: true, value: null }),
    });
    await desk.start(request);
    desk.heard(progress({ job: 'j0', state: 'done' }));
    desk.heard(progress());
    expect(desk.state.get()).toEqual({ kind: 'followed', progress: progress() });
  });

  it('is nothing where the person chose no file', async () => {
    const desk = createExportDesk({
      exportFile: async () => ({ ok: true, value: null }),
      cancelExport: async () => ({ ok: true, value: null }),
    });
    await desk.start(request);
    expect(desk.state.get()).toEqual({ kind: 'idle' });
  });

  it('is cancelled by the id of its job', async () => {
    const cancelled: unknown[] = [];
    const desk = createExportDesk({
      exportFile: async () => ({ ok: true, value: { job: 'j1' } }),
      cancelExport: async (asked) => {
        cancelled.push(asked);
        return { ok: true, value: null };
      },
    });
    await desk.start(request);
    await desk.cancel();
    expect(cancelled).toEqual([{ job: 'j1' }]);
  });
});
