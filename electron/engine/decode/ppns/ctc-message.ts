import type { DecodedError, Facts } from '../../../../shared/notification.ts';
import { toInstant } from '../../time/clock.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { blankFacts, references } from '../../../../shared/blank-facts.ts';
import { CTC_TYPES, type MessageType } from './ctc-catalogue.ts';
import { readCtcXml, type CtcXmlFacts } from './ctc-xml.ts';
import { lenientInstant } from './lenient-instant.ts';
import type { Members } from './members.ts';
import { readXmlText } from './read-message.ts';

/** Whether a JSON message is about a transit movement, of any version of that API. */
export function isCtcMessage(message: Members): boolean {
  const uri = message.text('messageUri') ?? '';
  return message.has('departureId') || message.has('arrivalId') || uri.includes('/customs/transits/');
}

/** A transit notification: a message that arrived, or what became of a file that was uploaded. */
export function ctcFacts(message: Members): Facts {
  const departure = message.text('departureId') ?? idInUri(message, 'departures');
  const arrival = message.text('arrivalId') ?? idInUri(message, 'arrivals');
  const bodyText = message.text('messageBody');
  const root = bodyText === null ? null : readXmlText(bodyText);
  const xml = root === null ? null : readCtcXml(root);
  const response = message.object('response');
  const known = {
    ...blankFacts,
    kind: 'ppns' as const,
    messageId: message.text('messageId'),
    trader:
      message.text('enrollmentEORINumber', 'enrollementEORINumber', 'customerId') ?? xml?.holder ?? null,
    issuedAt: xml?.issuedAt ?? instantOf(message.text('received')),
    references: references({ departure, arrival, mrn: xml?.mrn ?? null, lrn: xml?.lrn ?? null }),
    problems:
      bodyText !== null && root === null ? ['the transit message inside could not be read as XML'] : [],
  };
  if (response !== null) return { ...known, ...submissionFacts(response) };
  // A guide of HMRC's misspells the name, and a client may have learnt from it.
  const named = message.text('messageType', 'nessageType') ?? xml?.number ?? null;
  return { ...known, ...typeFacts(numberOf(named), named), ...(xml === null ? {} : xmlFacts(xml)) };
}

/** A transit message that came by itself, without a notification around it. */
export function ctcXmlFacts(root: XmlElement): Facts {
  const xml = readCtcXml(root);
  return {
    ...blankFacts,
    kind: 'ppns',
    ...typeFacts(xml.number, root.name),
    ...xmlFacts(xml),
    messageId: root.text('messageIdentification'),
    trader: xml.holder,
    issuedAt: xml.issuedAt,
    references: references({ mrn: xml.mrn, lrn: xml.lrn }),
  };
}

function typeFacts(number: string | null, named: string | null): MessageType & { readonly type: string } {
  const known = number === null ? undefined : CTC_TYPES[number];
  const type = number === null ? (named ?? 'unknown').slice(0, 64) : `IE${number}`;
  return {
    ...(known ?? { ...OTHER, title: number === null ? OTHER.title : `Transit message ${type}` }),
    type,
  };
}

const OTHER: MessageType = {
  title: 'Transit message',
  meaning: 'A transit office sent a message of a type that Quayside has no description for.',
  nextStep: 'Read the message itself.',
  attention: 'watch',
  outcome: 'unknown',
};

function xmlFacts(xml: CtcXmlFacts): Partial<Facts> {
  const number = xml.number ?? '';
  const base = CTC_TYPES[number]?.meaning ?? OTHER.meaning;
  return {
    mrn: xml.mrn,
    lrn: xml.lrn,
    deadline: xml.deadline,
    errors: xml.errors,
    payments: xml.payments,
    ...(xml.reason === null ? {} : { meaning: `${base} Reason given: ${xml.reason}` }),
    ...(number === '009' && xml.isGranted !== null ? CANCELLATION[xml.isGranted ? 'granted' : 'denied'] : {}),
  };
}

const CANCELLATION = {
  granted: { title: 'Transit declaration cancelled', outcome: 'cancelled', nextStep: null },
  denied: {
    title: 'Cancellation refused: the transit declaration stands',
    outcome: 'request-denied',
    nextStep: 'Speak to the office of departure if it must be cancelled.',
  },
} as const satisfies Record<string, Partial<Facts>>;

function submissionFacts(
  response: Members,
): Omit<MessageType, 'nextStep'> & Partial<Facts> & { type: string } {
  const code = response.text('code') ?? 'none';
  const base = { type: 'SUBMISSION_NOTIFICATION', statusCode: code };
  if (code === 'SUCCESS') {
    return {
      ...base,
      title: 'Upload accepted',
      meaning: 'The file that was uploaded has been passed on to the transit office.',
      attention: 'info',
      outcome: 'accepted',
    };
  }
  const errors = response.objects('validationErrors').map((error) => validationError(code, error));
  const said = response.text('message');
  return {
    ...base,
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
  const path = line === null ? null : `line ${line}${column === null ? '' : `, column ${column}`}`;
  const description = error.text('message');
  return {
    code,
    meaning: null,
    advisory: false,
    pointer: null,
    path,
    dataElement: null,
    item: null,
    description,
    nextStep: null,
  };
}

/** `029` of `IE029`, `CC029C` or `CC029`. */
const numberOf = (named: string | null): string | null =>
  /^(?:IE|CC)?(\d{3})[A-Z]?$/i.exec(named ?? '')?.[1] ?? null;

function idInUri(message: Members, kind: 'departures' | 'arrivals'): string | null {
  const [, id] = new RegExp(`/${kind}/([^/]{1,64})(?:/|$)`).exec(message.text('messageUri') ?? '') ?? [];
  return id ?? null;
}

function instantOf(text: string | null): string | null {
  const at = text === null ? null : lenientInstant(text);
  return at === null ? null : toInstant(at);
}
