import { expect, it } from 'vitest';
import { SOURCE_NAMES } from '../../shared/accounts/source-name.ts';
import { QUIET_RULES } from '../../shared/quiet.ts';
import { preferencesSchema, type Preferences } from '../../shared/settings.ts';
import { isSameConfiguration } from './preferences.ts';

const usual = preferencesSchema.parse({});

it.each([
  ['the hold-back', { holdBackSeconds: 30 }],
  ...QUIET_RULES.map((rule) => [
    `the silence of ${rule}`,
    { quietMinutes: { ...usual.quietMinutes, [rule]: 0 } },
  ]),
  ...SOURCE_NAMES.map((source) => [
    `the retention of ${source}`,
    { retentionDays: { ...usual.retentionDays, [source]: 5 } },
  ]),
] as [string, Partial<Preferences>][])('a change of %s reaches the engine', (_what, change) => {
  expect(isSameConfiguration({ ...usual, ...change }, usual)).toBe(false);
});

it('no other change does', () => {
  const others: Preferences = {
    ...preferencesSchema.parse({}),
    theme: 'dark',
    density: 'compact',
    alerts: false,
    csvBom: false,
    csvFormulaGuard: false,
    closeToTray: false,
    listBy: 'thread',
  };
  expect(isSameConfiguration(others, usual)).toBe(true);
});
