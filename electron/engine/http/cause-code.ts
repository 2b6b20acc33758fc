/** The innermost code of an error, which is the one that says what happened; null where there is none. */
export function causeCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const inner =
    causeCode(error.cause) ?? (error instanceof AggregateError ? causeCode(error.errors[0]) : null);
  if (inner !== null) return inner;
  const code: unknown = 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : null;
}
