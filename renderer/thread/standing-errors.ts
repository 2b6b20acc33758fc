import type { Thread, ThreadEntry } from '../../shared/thread.ts';

/**
 * The message whose errors still count: the one that the call belongs to, else the latest with errors that nothing
 * has settled since. Null where there is none: the errors of older messages are on those messages.
 */
export function entryWithErrors({ status, entries }: Pick<Thread, 'status' | 'entries'>): ThreadEntry | null {
  const called = entries.find(({ id }) => id === status?.actionId);
  if (called !== undefined && called.errors.length > 0) return called;
  const place = entries.findIndex(({ errors }) => errors.length > 0);
  const entry = entries[place];
  if (entry === undefined) return null;
  const settles = settling(entry);
  return entries.slice(0, place).some(({ functionCode }) => settles.has(functionCode ?? '')) ? null : entry;
}

/** Released, cleared, exited, or ended: nobody mends anything any more. */
const FREED = ['08', '09', '10', '16'];

/** Function codes that make the errors of an entry history: a rejection is also settled by what was sent after it. */
function settling({ functionCode, errors }: ThreadEntry): ReadonlySet<string> {
  const refused = functionCode === '03' && errors.some(({ advisory }) => !advisory);
  return new Set(refused ? [...FREED, '01', '02', '07', '11'] : FREED);
}
