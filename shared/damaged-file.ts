import { z } from 'zod';
import { instantSchema } from './notification.ts';

/** A file of the shell's that could not be used, and what is gone on with in its place. */
export const damagedFileSchema = z.object({
  what: z.enum(['settings', 'secrets']),
  file: z.string(),
  /** In words that go on from "could not be used": `it is empty`. */
  why: z.string(),
  /** Where the damaged file lies now; null where it was missing or could not be moved. */
  keptAs: z.string().nullable(),
  /** `what-is-held` where it was damaged while the app ran, and nothing was lost. */
  goesOnWith: z.enum(['last-good', 'what-is-held', 'nothing']),
  /** When the last good copy was saved, where one was taken up. */
  savedAt: instantSchema.nullable(),
});
export type DamagedFile = z.infer<typeof damagedFileSchema>;

export interface DamageWords {
  readonly title: string;
  /** What is wrong, what is gone on with, what may be missing. */
  readonly sentences: readonly string[];
}

/** What the words must know besides the damage. */
export interface DamageContext {
  /** When the copy was saved, as a person reads it; not looked at without a copy. */
  readonly saved: string;
  /** True where the accounts come from a file given at start. */
  readonly accountsAreFixed: boolean;
  /** True where no account is set up now. */
  readonly noAccounts: boolean;
}

/** The damage in words, the same on stderr, in the dialog and in the window. */
export function damageWords(damage: DamagedFile, context: DamageContext): DamageWords {
  const about = texts[damage.what];
  const wrong = `${damage.file} could not be used: ${damage.why}.`;
  const kept = damage.keptAs === null ? [] : [`The damaged file was kept as ${damage.keptAs}.`];
  switch (damage.goesOnWith) {
    case 'last-good':
      return {
        title: about.restored,
        sentences: [
          wrong,
          `Quayside goes on with its last good copy, saved ${context.saved}. ${about.sinceThen}`,
          ...kept,
        ],
      };
    case 'what-is-held':
      return {
        title: about.damaged,
        sentences: [
          wrong,
          'Quayside goes on with what it held; only what was edited by hand is left out.',
          ...kept,
        ],
      };
    case 'nothing':
      return { title: about.lost, sentences: [wrong, consequence(damage, context), ...kept] };
  }
}

const texts = {
  settings: {
    restored: 'Your settings were damaged and have been restored',
    damaged: 'The settings file was damaged',
    lost: 'Your settings were lost',
    sinceThen: 'What was changed after that is missing: look through your accounts.',
  },
  secrets: {
    restored: 'The file of your secrets was damaged and has been restored',
    damaged: 'The file of your secrets was damaged',
    lost: 'The secrets of your accounts were lost',
    sinceThen: 'A secret that was entered after that is asked for again.',
  },
} as const satisfies Record<DamagedFile['what'], Record<string, string>>;

function consequence({ what }: DamagedFile, { accountsAreFixed, noAccounts }: DamageContext): string {
  const untouched = 'What was received so far is still in the archive.';
  if (accountsAreFixed) return 'The accounts of the file given at start are polled as before.';
  if (what === 'secrets')
    return `There is no good copy. No account is polled until you enter its secret again. ${untouched}`;
  const polling = noAccounts
    ? 'No account is polled until you add your accounts again.'
    : 'An account that is not in the list is not polled until you add it again.';
  return `There is no good copy. ${polling} ${untouched}`;
}
