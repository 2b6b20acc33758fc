import { maskedCard } from './card-ending.ts';
import { protectedText } from './protected-text.ts';

/**
 * Words of a source's own, for a screen or a log, without card numbers: of each only its last four are left. Before
 * anything is cut off, because what is left of a cut number is not known for one.
 */
export const maskedText = (text: string): string => protectedText(text, maskedCard);
