import type { NotificationDetail, Reference } from '../../shared/notification.ts';

type Known = Pick<NotificationDetail, 'facts'>;

/** What a person knows it by: MRN and LRN first, then what else ties it to others. */
export const headReferences = ({ facts }: Known): readonly Reference[] =>
  distinctReferences([
    { kind: 'mrn', value: facts.mrn },
    { kind: 'lrn', value: facts.lrn },
    ...facts.references.filter(({ kind, value }) => value !== facts.conversationId && !isForMachines(kind)),
  ]);

/** What ties it to others and says nothing to a person, such as the token of a card. */
export const machineReferences = ({ facts }: Known): readonly Reference[] =>
  distinctReferences(facts.references.filter(({ kind }) => isForMachines(kind)));

/** Each value once, by the first name it has. */
export function distinctReferences(
  all: readonly { readonly kind: string; readonly value: string | null }[],
): readonly Reference[] {
  const seen = new Set<string>();
  return all.flatMap(({ kind, value }) => {
    if (value === null || seen.has(value)) return [];
    seen.add(value);
    return [{ kind, value }];
  });
}

const isForMachines = (kind: string): boolean => kind === 'card';
