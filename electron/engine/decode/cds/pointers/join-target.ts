import { instanceNumber, type PointerStep } from './pointer-steps.ts';

/** Which part of its own message an AdditionalInformation speaks of. */
export interface JoinTarget {
  readonly of: 'error' | 'amendment';
  /** 1-based among the Errors or Amendments of the Response; null where the pointer does not say. */
  readonly number: number | null;
}

/**
 * The Error or Amendment that a pointer inside the notification names: `07B[1]/53A[n]` or `07B[1]/06A[n]`.
 * Null where it names neither, or one of another Response. `place`: 1-based, of this Response in its MetaData.
 */
export function joinTarget(steps: readonly PointerStep[], place = 1): JoinTarget | null {
  const [response, part] = steps;
  if (response?.section !== RESPONSE) return null;
  if (response.tag !== null) {
    // Some messages put 06A into the tag of the Response. The number may then be the Response's where it is 1.
    const number = instanceNumber(response.sequence);
    return target(response.tag, number === 1 ? null : number);
  }
  const instance = instanceNumber(response.sequence) ?? 1;
  // A sender that does not count its Responses calls each of them the first.
  if (part === undefined || (instance !== 1 && instance !== place)) return null;
  return target(part.section, instanceNumber(part.sequence));
}

const RESPONSE = '07B';

function target(section: string | null, number: number | null): JoinTarget | null {
  if (section === '53A') return { of: 'error', number };
  if (section === '06A') return { of: 'amendment', number };
  return null;
}
