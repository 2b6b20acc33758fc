import { blankFacts, references } from '../../../../../shared/blank-facts.ts';
import type { Facts } from '../../../../../shared/notification.ts';
import { toInstant } from '../../../time/clock.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { lenientInstant } from '../lenient-instant.ts';
import type { Members } from '../members.ts';
import { textDetails } from './details.ts';
import { textNamed, textsNamed } from './find-elements.ts';
import { readerOf } from './reader.ts';
import { bodyReaders } from './readers/body-readers.ts';
import { tellTo, type ExciseWords } from './side-words.ts';
import type { ToldByBody } from './told-by-body.ts';
import { noticeVariants } from './variants/notices.ts';

/** Whether a JSON message is about an excise movement. */
export function isExciseNotice(message: Members): boolean {
  return message.has('movementId') && (message.has('ern') || message.has('consignor') || message.has('arc'));
}

/** The notice of an excise message, which is all that a box holds: never the message, in the oldest form not even its type. */
export function exciseNoticeFacts(message: Members): Facts {
  const named = message.text('messageType');
  const type = typeOf(named);
  const variant = type === null ? undefined : noticeVariants[type];
  return {
    ...blankFacts,
    kind: 'ppns',
    ...(variant === undefined ? otherWords(named) : tellTo(variant, readerOf(message))),
    type: type ?? (named ?? 'EMCS').slice(0, LONGEST_TYPE),
    messageId: message.text('messageId'),
    trader: message.text('ern', 'consignor'),
    references: references({ movement: message.text('movementId'), arc: message.text('arc') }),
  };
}

/** Whether an XML document is an excise message, of whichever version and namespace: HMRC's own differs from the European ones. */
export const isExciseRoot = (root: XmlElement): boolean =>
  ROOT.test(root.name) && root.child('Header') !== null && root.child('Body') !== null;

const ROOT = /^IE\d{3}(?:UK)?$/i;

/** An excise message itself. It does not say whose copy it is. */
export function exciseXmlFacts(root: XmlElement): Facts {
  const type = typeOf(root.name);
  const body = root.child('Body')?.children()[0] ?? null;
  const told = type === null || body === null ? null : (bodyReaders[type]?.(body) ?? null);
  const notice = type === null ? undefined : noticeVariants[type];
  const at = lenientInstant(preparedAt(root));
  const [arc = null, ...others] = textsNamed(root, 'AdministrativeReferenceCode');
  return {
    ...blankFacts,
    kind: 'ppns',
    ...(told === null
      ? notice === undefined
        ? otherWords(root.name)
        : tellTo(notice, null)
      : toldFacts(told, told.isSplit === true ? [] : others)),
    type: type ?? root.name.slice(0, LONGEST_TYPE),
    version: textNamed(root, 'SequenceNumber'),
    messageId: root.text('Header', 'MessageIdentifier'),
    issuedAt: at === null ? null : toInstant(at),
    references: references({ arc, lrn: told?.lrn ?? null }),
  };
}

/** Of the movements that one message concerns only the first makes its thread: each of them has a life of its own. */
function toldFacts(told: ToldByBody, others: readonly string[]): ExciseWords & Partial<Facts> {
  const words = tellTo(told.variant, null);
  return {
    ...words,
    meaning: [words.meaning, ...(told.added ?? [])].join(' '),
    nextStep: told.nextStep ?? words.nextStep,
    statusCode: told.statusCode,
    keyFact: told.keyFact ?? null,
    deadline: told.deadline ?? null,
    lrn: told.lrn ?? null,
    trader: told.trader ?? null,
    errors: [...(told.errors ?? [])],
    details: [...(told.details ?? []), ...textDetails('Also for ARC', others)],
  };
}

function preparedAt(root: XmlElement): string {
  const date = root.text('Header', 'DateOfPreparation') ?? '';
  return `${date}T${root.text('Header', 'TimeOfPreparation') ?? '00:00:00'}`;
}

/** `IE818` of `IE818` or `ie704uk`; null for anything else. */
function typeOf(named: string | null): string | null {
  const number = ROOT_NUMBER.exec(named ?? '')?.[1];
  const type = `IE${number ?? ''}`;
  return Object.hasOwn(noticeVariants, type) ? type : null;
}

const ROOT_NUMBER = /^IE(\d{3})(?:UK)?$/i;
const LONGEST_TYPE = 64;

const otherWords = (named: string | null): ExciseWords => ({
  title: named === null ? 'Excise movement message' : `Excise message ${named.slice(0, LONGEST_TYPE)}`,
  meaning:
    named === null
      ? 'Something happened to this excise movement. The notification does not say what.'
      : 'EMCS sent a message of a type that Quayside has no description for.',
  nextStep: 'Open the movement in EMCS.',
  attention: 'watch',
  outcome: 'unknown',
});
