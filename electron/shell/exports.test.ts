import { describe, expect, it } from 'vitest';
import type { ExportProgress, ExportRequest } from '../../shared/engine-api.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import type { CallEngine } from './engine-link.ts';
import { createExports } from './exports.ts';

const request: ExportRequest = { filter: {}, format: 'csv', bom: true, formulaGuard: true };
const progress = (state: ExportProgress['state']): ExportProgress => ({
  job: 'j1',
  state,
  rows: 1,
  total: 1,
  path: '/anywhere/else.csv',
  guarded: 0,
  failure: null,
});

function setUp(path: string | null) {
  const asked: unknown[] = [];
  const shown: string[] = [];
  const callEngine = (async (name: string, params: unknown) => {
    asked.push([name, params]);
    return ok({ job: 'j1' });
  }) as unknown as CallEngine;
  const exports = createExports({
    clock: createFakeClock({ wall: new Date(2026, 10, 2, 12).getTime() }),
    callEngine,
    askWhereToSave: async (suggested) => {
      asked.push(suggested);
      return path;
    },
    showInFolder: (file) => shown.push(file),
  });
  return { exports, asked, shown };
}

describe('an export', () => {
  it('suggests a name with the day, and goes where the person said', async () => {
    const { exports, asked } = setUp('/home/a/out.csv');
    expect(await exports.start(request)).toEqual(ok({ job: 'j1' }));
    expect(asked).toEqual(['quayside-2026-11-02.csv', ['startExport', { request, path: '/home/a/out.csv' }]]);
  });

  it('does not begin when the person cancels', async () => {
    const { exports, asked } = setUp(null);
    expect(await exports.start(request)).toEqual(ok(null));
    expect(asked).toEqual(['quayside-2026-11-02.csv']);
  });

  it('can be shown in its folder once it is done, at the path that the person chose', async () => {
    const { exports, shown } = setUp('/home/a/out.csv');
    await exports.start(request);
    exports.onProgress(progress('running'));
    const early = exports.showFile('j1');
    exports.onProgress(progress('done'));
    expect([early, exports.showFile('j1'), exports.showFile('/etc/passwd')]).toEqual([
      failed(failure('not-found', { detail: 'export j1' })),
      ok(null),
      failed(failure('not-found', { detail: 'export /etc/passwd' })),
    ]);
    expect(shown).toEqual(['/home/a/out.csv']);
  });
});
