/** `retry`: waiting may mend it. `person`: nothing changes until somebody does something, so polling stops. */
export type Recovery = 'retry' | 'person';

export interface ReasonText {
  readonly title: string;
  readonly explanation: string;
  readonly nextStep: string;
  readonly recovery: Recovery;
}
