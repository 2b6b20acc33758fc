import type { Failure } from '../../../shared/failure.ts';
import { reasonTexts } from '../../../shared/reasons.ts';

/** What happened and what to do, in one breath: `The archive is busy. … (held by process 4711). Close other copies …`. */
export function failureSentence({ reason, detail }: Pick<Failure, 'reason' | 'detail'>): string {
  const { title, explanation, nextStep } = reasonTexts[reason];
  const cause = detail === null || detail === '' ? '' : ` (${detail.replace(/[.\s]+$/, '')})`;
  return `${title}. ${explanation.replace(/\.$/, '')}${cause}. ${nextStep}`;
}
