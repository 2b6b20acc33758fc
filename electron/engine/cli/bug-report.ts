/**
 * What a bug may say in public: its kind and where it happened. Its message is left out, because it may quote
 * a payload or an answer of a source.
 */
export function bugReport(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  // The stack begins with the message, which may hold lines that look like frames.
  const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, '') : '';
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, SHOWN_FRAMES);
  return [
    `Quayside met a fault of its own (${name}) and stopped. What was received is safe. Please report these lines:`,
    ...frames,
  ].join('\n');
}

const SHOWN_FRAMES = 6;
