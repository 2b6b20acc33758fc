import { expect, it } from 'vitest';
import { damageWords, type DamagedFile } from './damaged-file.ts';

const damage: DamagedFile = {
  what: 'settings',
  file: '/p/settings.json',
  why: 'it is empty',
  keptAs: '/p/settings.invalid-1.json',
  goesOnWith: 'last-good',
  savedAt: '2026-11-22T09:40:00.000Z',
};
const context = { saved: '3 h ago (09:40)', accountsAreFixed: false, noAccounts: true };
const said = (change: Partial<DamagedFile>, where: Partial<typeof context> = {}) => {
  const { title, sentences } = damageWords({ ...damage, ...change }, { ...context, ...where });
  return [title, ...sentences].join(' | ');
};
const lost = { goesOnWith: 'nothing', savedAt: null, keptAs: null } as const;

it.each([
  [
    said({}),
    'Your settings were damaged and have been restored | /p/settings.json could not be used: it is empty. | Quayside goes on with its last good copy, saved 3 h ago (09:40). What was changed after that is missing: look through your accounts. | The damaged file was kept as /p/settings.invalid-1.json.',
  ],
  [
    said(lost),
    'Your settings were lost | /p/settings.json could not be used: it is empty. | There is no good copy. No account is polled until you add your accounts again. What was received so far is still in the archive.',
  ],
  [
    said(lost, { noAccounts: false }),
    'Your settings were lost | /p/settings.json could not be used: it is empty. | There is no good copy. An account that is not in the list is not polled until you add it again. What was received so far is still in the archive.',
  ],
  [
    said(lost, { accountsAreFixed: true }),
    'Your settings were lost | /p/settings.json could not be used: it is empty. | The accounts of the file given at start are polled as before.',
  ],
  [
    said({ ...lost, what: 'secrets', file: '/p/secrets.json' }),
    'The secrets of your accounts were lost | /p/secrets.json could not be used: it is empty. | There is no good copy. No account is polled until you enter its secret again. What was received so far is still in the archive.',
  ],
])('says what became of a damaged file and of polling: %#', (words, right) => expect(words).toBe(right));
