import type { Failure } from '../../../shared/failure.ts';

/** No connection was made; carries why through `fetch`, which wraps what its connector throws. */
export class ConnectError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.reason);
    this.name = 'ConnectError';
    this.failure = failure;
  }
}
