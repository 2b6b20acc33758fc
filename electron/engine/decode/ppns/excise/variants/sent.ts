import { toBoth, type Variant } from '../side-words.ts';

/** Messages that only traders send and nobody receives. */
export const sentVariants = {
  IE815: { any: sent('Draft of an excise movement', 'the draft of a movement') },
  IE825: { any: sent('Split of an excise movement', 'the split of a movement') },
  IE880: {
    any: sent('Request to close an excise movement by hand', 'a request to close a movement by hand'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Variant>>>>;

function sent(title: string, what: string): Variant {
  return toBoth('registered', title, 'info', `You sent this message yourself: ${what}. It says nothing new.`);
}
