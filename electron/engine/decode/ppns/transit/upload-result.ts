import type { DecodedError, Facts } from '../../../../../shared/notification.ts';
import type { Members } from '../members.ts';

type UploadFacts = Pick<
  Facts,
  'type' | 'statusCode' | 'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome' | 'errors'
>;

/** What became of a large message that was uploaded: no customs office has spoken yet. */
export function uploadFacts(response: Members): UploadFacts {
  const code = response.text('code') ?? 'none';
  const base = { type: 'SUBMISSION_NOTIFICATION', statusCode: code };
  return code === 'SUCCESS' ? { ...base, ...ACCEPTED } : { ...base, ...refused(code, response) };
}

const ACCEPTED = {
  title: 'Upload accepted',
  meaning: 'HMRC took the file that was uploaded and passes it on. The transit office has not answered yet.',
  nextStep: null,
  attention: 'info',
  outcome: 'registered',
  errors: [],
} satisfies Omit<UploadFacts, 'type' | 'statusCode'>;

function refused(code: string, response: Members): Omit<UploadFacts, 'type' | 'statusCode'> {
  const errors = response.objects('validationErrors').map((error) => validationError(code, error));
  const said = response.text('message');
  return {
    title: 'Upload refused',
    meaning: [
      `HMRC refused the file that was uploaded${said === null ? '' : `: ${said.replace(/\.$/, '')}`}.`,
      ...summary(errors),
    ].join(' '),
    nextStep: 'Correct the file and upload it again: no transit office has seen it.',
    attention: 'act',
    outcome: 'rejected',
    errors,
  };
}

function summary([first, ...others]: readonly DecodedError[]): string[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return [`First error, ${first.path ?? 'place unknown'}: ${first.description ?? first.code}${more}`];
}

function validationError(code: string, error: Members): DecodedError {
  const line = error.text('lineNumber');
  const column = error.text('columnNumber');
  return {
    code,
    meaning: null,
    advisory: false,
    pointer: null,
    path: line === null ? null : `line ${line}${column === null ? '' : `, column ${column}`}`,
    dataElement: null,
    item: null,
    description: error.text('message'),
    nextStep: null,
  };
}
