import { blankFacts, references } from '../../../../../shared/blank-facts.ts';
import type { Facts } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import type { Members } from '../members.ts';
import { readXmlText } from '../read-message.ts';
import { instantOf } from './details/details.ts';
import { officeDetails } from './details/office-details.ts';
import { transitReader } from './messages/transit-readers.ts';
import { isReadable, isTransitRoot, messageNumber, rootNumber } from './transit-root.ts';
import { uploadFacts } from './upload-result.ts';

/** Whether a JSON message is about a transit movement, of any version of that API. */
export function isTransitMessage(message: Members): boolean {
  const uri = message.text('messageUri') ?? '';
  return message.has('departureId') || message.has('arrivalId') || uri.includes('/customs/transits/');
}

/** A transit notification: a message that arrived, or what became of a file that was uploaded. */
export function transitFacts(message: Members): Facts {
  const departure = message.text('departureId') ?? idInUri(message, 'departures');
  const arrival = message.text('arrivalId') ?? idInUri(message, 'arrivals');
  const named = messageType(message);
  const { body, problems } = bodyOf(message, named);
  const known = {
    ...blankFacts,
    kind: 'ppns' as const,
    messageId: message.text('messageId'),
    trader: message.text('enrollmentEORINumber', 'enrollementEORINumber', 'customerId') ?? traderOf(body),
    issuedAt: issuedAt(body) ?? instantOf(message.text('received')),
    references: references({ departure, arrival, ...movementReferences(body) }),
    problems,
  };
  const response = message.object('response');
  if (response !== null) return { ...known, ...uploadFacts(response) };
  return { ...known, ...contentFacts(body, body === null ? named : body.name) };
}

/** A transit message that came by itself, without a notification around it. */
export function transitXmlFacts(root: XmlElement): Facts {
  const body = isReadable(root) ? root : null;
  return {
    ...blankFacts,
    kind: 'ppns',
    ...contentFacts(body, root.name),
    messageId: root.text('messageIdentification'),
    trader: traderOf(body),
    issuedAt: issuedAt(body),
    references: references(movementReferences(body)),
    problems: body === null ? [EARLIER_PHASE] : [],
  };
}

/** A guide of HMRC's misspells the name, and a client may have learnt from it. */
const messageType = (message: Members): string | null => message.text('messageType', 'nessageType');

interface Body {
  /** Null where there is none that can be read. */
  readonly body: XmlElement | null;
  readonly problems: string[];
}

/** The message inside decides what it is; where the notification calls it another, that is said. */
function bodyOf(message: Members, named: string | null): Body {
  const text = message.text('messageBody');
  if (text === null) return { body: null, problems: [] };
  const root = readXmlText(text);
  if (root === null) return { body: null, problems: ['the transit message inside could not be read as XML'] };
  if (!isTransitRoot(root)) return { body: null, problems: ['what stands inside is not a transit message'] };
  if (!isReadable(root)) return { body: null, problems: [EARLIER_PHASE] };
  const [own, told] = [rootNumber(root), messageNumber(named)];
  const isOther = told !== null && own !== told;
  return {
    body: root,
    problems: isOther ? [`the notification names IE${told}, but IE${own ?? '?'} stands inside`] : [],
  };
}

const EARLIER_PHASE = 'the message is of an earlier phase of NCTS, of which only the type is known here';

function contentFacts(body: XmlElement | null, named: string | null): Partial<Facts> & Words {
  const number = messageNumber(named);
  const reading = transitReader(number)(body);
  const { mrn, lrn } = movementReferences(body);
  return {
    ...reading,
    type: number === null ? (named ?? 'unknown').slice(0, 64) : `IE${number}`,
    mrn,
    lrn,
    errors: [...(reading.errors ?? [])],
    payments: [...(reading.payments ?? [])],
    details: [
      ...(reading.details ?? []),
      ...(body === null ? [] : officeDetails(body, { withPhone: reading.attention === 'act' })),
    ],
  };
}

type Words = Pick<Facts, 'type' | 'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome'>;

/** IE906 and IE917 have theirs in a header of their own. */
function movementReferences(body: XmlElement | null): { mrn: string | null; lrn: string | null } {
  const reference = (name: 'MRN' | 'LRN') =>
    body?.text('TransitOperation', name) ?? body?.text('Header', name) ?? null;
  return { mrn: reference('MRN'), lrn: reference('LRN') };
}

const traderOf = (body: XmlElement | null): string | null =>
  body?.text('HolderOfTheTransitProcedure', 'identificationNumber') ??
  body?.text('TraderAtDestination', 'identificationNumber') ??
  null;

const issuedAt = (body: XmlElement | null): string | null =>
  instantOf(body?.text('preparationDateAndTime') ?? null);

function idInUri(message: Members, kind: 'departures' | 'arrivals'): string | null {
  const [, id] = new RegExp(`/${kind}/([^/]{1,64})(?:/|$)`).exec(message.text('messageUri') ?? '') ?? [];
  return id ?? null;
}
