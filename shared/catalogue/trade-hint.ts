/**
 * Import or export, as far as an MRN tells: its 17th character is R for most imports and A for most exports.
 * A hint from observed messages and no published rule, so null for every other character.
 */
export function tradeHint(mrn: string | null): 'import' | 'export' | null {
  const letter = mrn?.length === 18 ? mrn.charAt(16) : null;
  if (letter === 'R') return 'import';
  return letter === 'A' ? 'export' : null;
}
