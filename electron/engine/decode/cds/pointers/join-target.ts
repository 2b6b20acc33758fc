import { instanceNumber, type PointerStep } from './pointer-steps.ts';

/** Which part of its own message an AdditionalInformation speaks of. */
export interface JoinTarget {
  readonly of: 'error' | 'amendment';
  /** 1-based among the Errors or Amendments of the Response; null where the pointer does not say. */
  readonly number: number | null;
}

/**
 * The Error or Amendment that a pointer inside the notification names: `07B[1]/53A[n]` or `07B[1]/06A[n]`.
 * Null where it names neither.
 */
export function joinTarget(steps: readonly PointerStep[]): JoinTarget | null {
  const [response, part] = steps;
  if (response?.section !== RESPONSE) return null;
  if (response.tag !== null) {
    // Some messages put 06A into the tag of the Response. The number is then the Response's where it is 1,
    // of which there is only one.
    const number = instanceNumber(response.sequence);
    return target(response.tag, number === 1 ? null : number);
  }
  return part === undefined ? null : target(part.section, instanceNumber(part.sequence));
}

const RESPONSE = '07B';

function target(section: string | null, number: number | null): JoinTarget | null {
  if (section === '53A') return { of: 'error', number };
  if (section === '06A') return { of: 'amendment', number };
  return null;
}
