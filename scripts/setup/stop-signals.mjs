const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Lets a script end in order: the first SIGINT, SIGTERM or SIGHUP aborts `signal`, a second one ends the
 * process at once.
 *
 * @returns {{ signal: AbortSignal, stopped: Promise<{ name: string, exitCode: number }>, release: () => void }}
 *   `stopped` settles at the first signal, and never without one
 */
export function listenForStop() {
  const controller = new AbortController();
  const stopped = new Promise((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(controller.signal.reason), { once: true });
  });
  const onSignal = (name) => {
    if (controller.signal.aborted) process.exit(EXIT_CODES[name]);
    controller.abort({ name, exitCode: EXIT_CODES[name] });
  };
  for (const name of Object.keys(EXIT_CODES)) process.on(name, onSignal);
  const release = () => {
    for (const name of Object.keys(EXIT_CODES)) process.removeListener(name, onSignal);
  };
  return { signal: controller.signal, stopped, release };
}
