/**
 * What a fault may say on stderr: its kind, and on lines of their own where it happened. Its message stays out,
 * because it may quote what was being read: an answer, a payload, a key.
 */
export function faultInPublic(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // The stack begins with the message, which may hold lines that look like places.
  const places = (error.stack ?? '').replace(error.message, '').split('\n');
  return [error.name, ...places.filter((line) => /^\s+at /.test(line))].join('\n');
}
