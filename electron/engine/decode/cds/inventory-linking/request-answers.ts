import type { Facts } from '../../../../../shared/notification.ts';

type Words = Pick<Facts, 'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome'>;

/** How a request was answered. */
export interface RequestAnswer extends Pick<Facts, 'nextStep' | 'attention' | 'outcome'> {
  readonly verb: string;
}

/** What the actionCode of a control response says; null for one that is not known. */
export function requestAnswer(
  action: string | null,
  { hasErrors }: { readonly hasErrors: boolean },
): RequestAnswer | null {
  return (hasErrors ? withErrors : withoutErrors).get(action ?? '') ?? null;
}

export const answerWords = ({ verb, ...rest }: RequestAnswer, request: string): Words => ({
  ...rest,
  title: `${request.charAt(0).toUpperCase()}${request.slice(1)} ${verb}`,
  meaning: `The ${request} was ${verb}.`,
});

const PART: RequestAnswer = {
  verb: 'accepted in part',
  nextStep: 'Check which part was not accepted.',
  attention: 'watch',
  outcome: 'accepted',
};

/** Codes as hmrc/customs-movements-frontend (Apache-2.0) reads them. */
const withoutErrors: ReadonlyMap<string, RequestAnswer> = new Map<string, RequestAnswer>([
  ['1', { verb: 'accepted', nextStep: null, attention: 'info', outcome: 'accepted' }],
  ['2', PART],
  [
    '3',
    {
      verb: 'rejected',
      nextStep: 'The answer names no error. Check the request against the state of the consignment.',
      attention: 'act',
      outcome: 'rejected',
    },
  ],
]);

const withErrors: ReadonlyMap<string, RequestAnswer> = new Map<string, RequestAnswer>([
  [
    '1',
    {
      verb: 'accepted, with errors',
      nextStep: 'Read the errors listed, and check that the request took effect.',
      attention: 'watch',
      outcome: 'accepted',
    },
  ],
  ['2', PART],
  [
    '3',
    {
      verb: 'rejected',
      nextStep: 'Correct the errors listed and send the request again.',
      attention: 'act',
      outcome: 'rejected',
    },
  ],
]);
