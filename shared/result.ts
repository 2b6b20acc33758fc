/** An expected outcome as a value: exceptions are kept for bugs. */
export type Result<T, F> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const failed = <F>(failure: F): Result<never, F> => ({ ok: false, failure });

/** Ends a switch over a closed union: the compiler fails when a member is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
