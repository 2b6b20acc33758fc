import type { SourceName } from '../../shared/accounts/source-name.ts';

/** What the messages of a source are about, which decides what their threads are called. */
export type Subject = 'declaration' | 'payment';

export const sourceSubjects = {
  'hmrc-ppns': 'declaration',
  'hmrc-cds': 'declaration',
  'mastercard-cen': 'payment',
  'jpm-notifications': 'payment',
} as const satisfies Record<SourceName, Subject>;

/** The word for threads of these sources: their common subject, else what is true of all. */
export type ThreadNoun = Subject | 'thread';

export function threadNoun(sources: readonly SourceName[]): ThreadNoun {
  const subjects = new Set<Subject>(sources.map((source) => sourceSubjects[source]));
  const [only, ...others] = subjects;
  if (only === undefined) return 'declaration';
  return others.length === 0 ? only : 'thread';
}
