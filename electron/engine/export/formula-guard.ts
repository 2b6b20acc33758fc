/**
 * What a spreadsheet takes for the start of a formula, with the full-width forms that some of them fold
 * (OWASP, "CSV Injection"). Blanks and invisible characters before it are looked through, because importers
 * strip them.
 */
const FORMULA_START = /^(?:[\t\r\n]|[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** The text with an apostrophe before it where a spreadsheet would run it as a formula. */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
