/** An expected failure of the set-up: its message says what to do, and `exitCode` is what the script ends with. */
export class SetupFailure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
