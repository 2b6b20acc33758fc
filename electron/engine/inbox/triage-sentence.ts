import type { TriageChange } from '../store/store.ts';

/** `Acknowledged DMSREJ 26GB…`, `Acknowledged 12 notifications`: for the toast and the screen reader. */
export function acknowledgedSentence(change: TriageChange): string {
  if (change.changed === 0) return 'Nothing to acknowledge';
  return `Acknowledged ${subject(change)}`;
}

/** Says what was undone, and what the source keeps all the same. */
export function undoneSentence(change: TriageChange): string {
  if (change.changed === 0) return 'Nothing to undo';
  const undone = `Undone: ${subject(change)} new again`;
  if (change.alreadySent === 0) return undone;
  return change.alreadySent === change.changed
    ? `${undone} here; the source was told already and keeps its mark`
    : `${undone}; of ${change.alreadySent} the source was told already and keeps its mark`;
}

function subject(change: TriageChange): string {
  if (change.changed !== 1 || change.example === null) return `${change.changed} notifications`;
  const { type, mrn, lrn } = change.example;
  return [type, lrn ?? mrn].filter((part) => part !== null).join(' ');
}
