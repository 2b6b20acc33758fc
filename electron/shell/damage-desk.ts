import { damageWords, type DamagedFile } from '../../shared/damaged-file.ts';

export interface DamageDesk {
  /** What could not be used since the app started, for the window. */
  readonly list: () => readonly DamagedFile[];
  readonly add: (damage: DamagedFile) => void;
  /** `listener` hears of every damage from now on. */
  readonly follow: (listener: () => void) => void;
}

export interface DamageDeskOptions {
  readonly accountsAreFixed: boolean;
  /** One line for stderr. */
  readonly say: (line: string) => void;
  /** Interrupts with a dialog. */
  readonly tell: (message: string, detail: string) => Promise<void>;
}

/**
 * Passes on what became of a damaged file. The window shows all of it; where polling has stopped a dialog comes as
 * well, for the window may stay hidden in the tray.
 */
export function createDamageDesk({ accountsAreFixed, say, tell }: DamageDeskOptions): DamageDesk {
  const all: DamagedFile[] = [];
  let listener: () => void = () => undefined;
  return {
    list: () => all,
    add: (damage) => {
      all.push(damage);
      const saved = damage.savedAt === null ? '' : `on ${savedFormat.format(new Date(damage.savedAt))}`;
      const words = damageWords(damage, { saved, accountsAreFixed, noAccounts: true });
      say(`${words.title}. ${words.sentences.join(' ')}`);
      if (damage.goesOnWith === 'nothing' && !accountsAreFixed)
        void tell(words.title, words.sentences.join('\n\n'));
      listener();
    },
    follow: (next) => (listener = next),
  };
}

const savedFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
