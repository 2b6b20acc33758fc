import type { Journal } from './journal.ts';
import type { AccountNotice } from './sources/source.ts';

/**
 * Tells the journal of each notice of one account once, however often it is given. One of which the figures alone have
 * changed, a day less or a minute more, is no new one.
 */
export function createNoticeTeller(
  account: string,
  journal: Journal,
): (notices: readonly AccountNotice[]) => void {
  const told = new Set<string>();
  return (notices) => {
    for (const { title, nextStep } of notices) {
      const gist = title.replace(/\d+/g, '');
      if (told.has(gist)) continue;
      told.add(gist);
      journal({ event: 'notice', account, title, nextStep });
    }
  };
}
