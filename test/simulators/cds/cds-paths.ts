export type CdsPath =
  | { readonly what: 'list'; readonly queue: 'unpulled' | 'pulled' }
  | {
      readonly what: 'conversation';
      readonly queue: 'unpulled' | 'pulled' | 'both';
      readonly conversationId: string;
    }
  | { readonly what: 'message'; readonly queue: 'unpulled' | 'pulled'; readonly id: string }
  /** Deprecated: everything in one list. */
  | { readonly what: 'everything' }
  /** Deprecated: DELETE reads a message and removes it for good. */
  | { readonly what: 'any-message'; readonly id: string };

/** Which operation of the pull API a path names; null for none. */
export function readCdsPath(path: string): CdsPath | null {
  const [, root, first, second, third, ...more] = path.split('/');
  if (root !== 'notifications' || more.length > 0) return null;
  if (first === '' && second === undefined) return { what: 'everything' };
  if (first === 'conversationId' && second) return conversation(second, third);
  if ((first === 'unpulled' || first === 'pulled') && third === undefined) {
    if (second === undefined) return { what: 'list', queue: first };
    return second === '' ? null : { what: 'message', queue: first, id: second };
  }
  return first && second === undefined ? { what: 'any-message', id: first } : null;
}

function conversation(conversationId: string, queue: string | undefined): CdsPath | null {
  if (queue === undefined) return { what: 'conversation', queue: 'both', conversationId };
  if (queue !== 'unpulled' && queue !== 'pulled') return null;
  return { what: 'conversation', queue, conversationId };
}
