/**
 * What a terminal, a line reader or a person’s eye takes for more than text: the control characters of ASCII and of
 * Latin-1 (U+009B begins a terminal’s command, U+0085 ends a line), the line and paragraph separators, and what turns
 * the direction of writing round. A tab and ASCII’s line ends are text.
 */
const HARMFUL = /(?![\t\n\r])[\p{Cc}\u2028\u2029\p{Bidi_Control}]/gu;

/** The text with what could do harm shown as its code, `\u202e`: nothing is hidden, and nothing acts. */
export const harmless = (text: string): string => text.replace(HARMFUL, escaped);

/** The same for a text that must stay on its line. */
export const harmlessLine = (text: string): string => harmless(text).replace(/[\r\n]+/g, ' ');

/**
 * A value as JSON on one line, whatever a reader takes for the end of one. It says the same to every JSON reader, for
 * such characters stand in texts and names alone; JSON itself escapes what is below U+0020 and half a surrogate pair.
 */
export const jsonLine = (value: object): string => `${JSON.stringify(value).replace(HARMFUL, escaped)}\n`;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
