import type { Fault } from '../hmrc-gateway/faults.ts';
import type { GatewayAnswer } from '../hmrc-gateway/contract.ts';

/** How a call ends on the wire. */
export type Outcome =
  | { readonly kind: 'whole'; readonly answer: GatewayAnswer; readonly body: Buffer }
  /** Status, headers and half of the body, then the connection ends. */
  | { readonly kind: 'half'; readonly answer: GatewayAnswer; readonly body: Buffer }
  | { readonly kind: 'nothing' };

/** What the fault leaves of the answer; `answer` is asked for only where the service gets to do its work. */
export function playFault(fault: Fault | null, answer: () => GatewayAnswer): Outcome {
  if (fault?.kind === 'drop-before-answering') return { kind: 'nothing' };
  const given = answer();
  if (fault?.kind === 'drop-after-handling') return { kind: 'nothing' };
  const whole = Buffer.from(given.body ?? '');
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  if (fault?.kind === 'drop-after-headers') return { kind: 'half', answer: given, body: half };
  if (fault?.kind === 'truncated-body') return { kind: 'whole', answer: given, body: half };
  const body = fault?.kind === 'malformed-body' ? Buffer.from(fault.body) : whole;
  return { kind: 'whole', answer: given, body };
}
