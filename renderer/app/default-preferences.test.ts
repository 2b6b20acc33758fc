import { expect, it } from 'vitest';
import { preferencesSchema } from '../../shared/settings.ts';
import { DEFAULT_PREFERENCES } from './default-preferences.ts';

it('the preferences of a window that has not asked yet are those of a first start', () => {
  expect(DEFAULT_PREFERENCES).toEqual(preferencesSchema.parse({}));
});
