import { CODE_LISTS } from './code-lists.ts';

/** What the codes of a list are about; null for a list that is not public. */
export const listName = (list: string): string | null => CODE_LISTS[list]?.name ?? null;
