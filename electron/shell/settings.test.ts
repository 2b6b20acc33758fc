import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DamagedFile } from '../../shared/damaged-file.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { createFakeClock } from '../../test/support/fake-clock.ts';
import { openSettings } from './settings.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quayside-settings-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const usual = settingsSchema.parse({});
const path = () => join(folder, 'settings.json');

function open() {
  const damaged: DamagedFile[] = [];
  const settings = openSettings({
    folder,
    clock: createFakeClock({ wall: Date.UTC(2026, 10, 22, 9, 40, 11) }),
    onDamage: (what) => damaged.push(what),
  });
  return { settings, damaged };
}

describe('the settings', () => {
  it('start with their defaults and remember what is changed', () => {
    const first = open();
    expect(first.settings.current()).toEqual(usual);
    first.settings.update((now) => ({ ...now, preferences: { ...now.preferences, theme: 'dark' } }));
    expect(open().settings.current().preferences.theme).toBe('dark');
  });

  it('of an earlier version keep what they say, and have the defaults of what they could not say', () => {
    const preferences = {
      theme: 'dark',
      density: 'compact',
      holdBackSeconds: 30,
      alerts: false,
      csvBom: false,
      csvFormulaGuard: true,
      closeToTray: false,
    };
    const earlier = { accounts: [], preferences, window: { width: 900, height: 700, maximised: false } };
    writeFileSync(path(), JSON.stringify(earlier));
    const { settings, damaged } = open();
    const quietMinutes = {
      registration: 60,
      arrival: 15,
      clearance: 240,
      'final-tax': 240,
      exit: 10_080,
      documents: 1440,
    };
    const retentionDays = {
      'hmrc-ppns': 30,
      'hmrc-cds': 14,
      'mastercard-cen': 7,
      'jpm-notifications': null,
    };
    expect([settings.current(), damaged]).toEqual([
      {
        ...earlier,
        network: {},
        preferences: { ...preferences, quietMinutes, retentionDays, listBy: 'notification' },
      },
      [],
    ]);
  });

  it('keep a limit that is set alone beside the usual others, and how the list is shown', () => {
    writeFileSync(path(), '{"preferences": {"quietMinutes": {"exit": 0}, "listBy": "thread"}}');
    expect(open().settings.current().preferences).toEqual({
      ...usual.preferences,
      quietMinutes: { ...usual.preferences.quietMinutes, exit: 0 },
      listBy: 'thread',
    });
  });

  it('keep accounts of every source', () => {
    const stored = { stored: true };
    const common = { environment: 'production', addedAt: '2026-11-22T09:00:00.000Z' };
    const info = { kind: 'RSA, 2048 bits', subject: null, expiresAt: null, thumbprint: null };
    const accounts = [
      { ...common, id: 'cds', name: 'CDS', source: 'hmrc-cds', clientId: 'c', clientSecret: stored },
      {
        ...{ ...common, id: 'cards', name: 'Cards', source: 'mastercard-cen' },
        ...{ consumerKey: 'a!b', signingKey: stored, keyInfo: info },
      },
      {
        ...{ ...common, id: 'merchant', name: 'Merchant', source: 'jpm-notifications', clientId: 'c' },
        ...{ resource: 'JPMC:URI:RS-1', signingKey: stored, keyInfo: info },
        ...{ entityId: '012345678', entityType: 'MERCHANT' },
      },
    ];
    writeFileSync(path(), JSON.stringify({ accounts }));
    const { settings, damaged } = open();
    settings.update((now) => ({ ...now, preferences: { ...now.preferences, theme: 'dark' } }));
    expect([open().settings.current().accounts, damaged]).toEqual([accounts, []]);
  });

  it.each([
    [
      '{"preferences": {"theme": "blue", "sound": 1}}',
      'preferences.theme: use "system", "light" or "dark"; preferences.sound: is not a known setting',
    ],
    ['{"accounts": [{', 'it is not JSON'],
    ['', 'it is empty'],
  ])('that cannot be used, %s, and have no copy, are kept under another name', (text, why) => {
    writeFileSync(path(), text);
    const { settings, damaged } = open();
    const keptAs = join(folder, 'settings.invalid-20261122-094011.json');
    expect(settings.current()).toEqual(usual);
    expect(damaged).toEqual([
      { what: 'settings', file: path(), why, keptAs, goesOnWith: 'nothing', savedAt: null },
    ]);
    expect(readFileSync(keptAs, 'utf8')).toBe(text);
  });

  it('never replace what was kept before', () => {
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(path(), text);
      open();
    }
    expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual([
      ['settings.invalid-20261122-094011-1.json', 'second'],
      ['settings.invalid-20261122-094011-2.json', 'third'],
      ['settings.invalid-20261122-094011.json', 'first'],
    ]);
  });

  it('that are damaged while the app runs go on as they were held, and the file is kept', () => {
    const { settings, damaged } = open();
    settings.update((now) => ({ ...now, preferences: { ...now.preferences, density: 'compact' } }));
    writeFileSync(path(), '{"preferences": {"density": "comfort');
    settings.update((now) => ({ ...now, window: { ...now.window, width: 900 } }));
    expect(open().settings.current()).toMatchObject({
      preferences: { density: 'compact' },
      window: { width: 900 },
    });
    expect(damaged).toMatchObject([{ why: 'it is not JSON', goesOnWith: 'what-is-held' }]);
  });

  it('keep what a person edited by hand meanwhile', () => {
    const { settings } = open();
    const edited = { ...usual, preferences: { ...usual.preferences, density: 'compact' } };
    writeFileSync(path(), JSON.stringify(edited));
    settings.update((now) => ({ ...now, window: { ...now.window, width: 900 } }));
    expect(settings.current().preferences.density).toBe('compact');
  });

  it('refuse a change that does not fit, and change nothing', () => {
    const { settings } = open();
    const answer = settings.update((now) => ({ ...now, window: { ...now.window, width: 5 } }));
    expect(answer).toMatchObject({ ok: false, failure: { detail: 'window.width: must be at least 640' } });
    expect(settings.current()).toEqual(usual);
  });

  it('say when the disk does not take them', () => {
    const { settings } = open();
    // Nothing can be drafted where a folder is in the way.
    mkdirSync(`${path()}.new`);
    const answer = settings.update((now) => ({ ...now, window: { ...now.window, width: 900 } }));
    expect(answer).toMatchObject({
      ok: false,
      failure: { reason: 'file-unwritable', detail: `${path()}: EISDIR` },
    });
    expect(settings.current()).toEqual(usual);
  });
});
