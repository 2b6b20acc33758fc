import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeText } from '../codes/code-words.ts';
import { dateWords, detail } from '../details/details.ts';
import { functionalError } from '../errors/functional-error.ts';
import { DEPARTURE_REFUSALS, DESTINATION_REFUSALS, type Refusal } from './refusals.ts';
import { FETCH, says, withReason, type TransitReader } from './transit-reading.ts';

interface Office {
  readonly name: string;
  readonly refusals: Readonly<Record<string, Refusal>>;
  /** The list of `rejectionCode`. */
  readonly reasons: string;
}

const departure: Office = { name: 'departure', refusals: DEPARTURE_REFUSALS, reasons: 'CL226' };
const destination: Office = { name: 'destination', refusals: DESTINATION_REFUSALS, reasons: 'CL227' };

/** IE056: the office of departure refused what the trader sent. */
export const refusedAtDeparture: TransitReader = (body) => refused(body, departure);

/** IE057: the office of destination refused what the trader sent. */
export const refusedAtDestination: TransitReader = (body) => refused(body, destination);

function refused(body: XmlElement | null, office: Office) {
  if (body === null) return notHere(office);
  const operation = (name: string) => body.text('TransitOperation', name);
  const type = operation('businessRejectionType');
  const errors = body.children('FunctionalError').map(functionalError);
  const reason = operation('rejectionReason');
  const { outcome, title, meaning, withErrors, withoutErrors } = refusalOf(type, office);
  const next = isTooLate(type, errors) ? TOO_LATE : errors.length > 0 ? withErrors : withoutErrors;
  const isUnexplained = errors.length === 0 && reason === null;
  const said = isUnexplained
    ? `${meaning} The message lists no errors and gives no reason in words.`
    : meaning;
  return {
    ...withReason(says('act', outcome, title, said, next), reason),
    statusCode: type,
    keyFact: errors.length > 0 ? null : keyFactOf(operation('rejectionCode'), isUnexplained),
    errors,
    details: [
      ...detail('Reason in the words of customs', reason),
      ...detail('Reason code', codeOf(operation('rejectionCode'), office)),
      ...(type === null
        ? []
        : detail('What was rejected', codeText(office === departure ? 'CL560' : 'CL570', type))),
      ...detail('Rejected', dateWords(operation('rejectionDateAndTime'))),
    ],
  };
}

const codeOf = (code: string | null, { reasons }: Office): string | null =>
  code === null ? null : codeText(reasons, code);

/** Code 7 of list CL226 says more than its message does. */
function keyFactOf(code: string | null, isUnexplained: boolean): string | null {
  if (code === '7') return 'guarantee not valid for this customs territory';
  return isUnexplained ? 'no reason given' : null;
}

const refusalOf = (type: string | null, { name, refusals }: Office): Refusal =>
  (type === null ? undefined : refusals[type]) ?? {
    outcome: 'rejected',
    title: `Message rejected by the office of ${name}`,
    meaning: `The office of ${name} rejected a message that you sent.${type === null ? '' : ` What kind of message, the code ${type}, is not known here.`}`,
    withErrors: 'See what was sent last, and read the errors below.',
    withoutErrors: 'See what was sent last, and read the reason.',
  };

/** A request to cancel that came after the release: error 92, out of sequence. */
const isTooLate = (type: string | null, errors: readonly { code: string }[]): boolean =>
  type === '014' && errors.some(({ code }) => code === '92');

const TOO_LATE =
  'Cancelling is no longer possible once the goods are released: the movement goes on to its arrival.';

const notHere = ({ name }: Office) => ({
  ...says(
    'act',
    'rejected',
    `Message rejected by the office of ${name}`,
    `The office of ${name} rejected a message that you sent. Which one, and why, is in the message, which is not here.`,
    FETCH,
  ),
  keyFact: 'the message says which one',
});
