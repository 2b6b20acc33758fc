import type { GatewayAnswer } from '../hmrc-gateway/contract.ts';
import type { Fault } from '../hmrc-gateway/faults.ts';

/** A call that a simulator has taken in and not answered yet. */
export interface Call {
  readonly fault: Fault | null;
  /** The answer as it is to be sent, `Date` and all. */
  readonly answer: () => GatewayAnswer;
  /** With the status that was written, null where none was. */
  readonly done: (status: number | null) => void;
}
