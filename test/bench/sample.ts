/** One stored notification that a read may ask for. */
export interface Sample {
  readonly id: string;
  readonly mrn: string;
  readonly receivedAt: string;
}
