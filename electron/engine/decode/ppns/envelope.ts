import { memberBytes } from '../json/array-elements.ts';

/** One element of a box's list, taken apart. Every element yields one, however damaged it is. */
export interface PpnsElement {
  /** Null where HMRC gave none that can be used. */
  readonly notificationId: string | null;
  /** The message's text as the producer wrote it; where there is none, what stands in its place, byte for byte. */
  readonly payload: Uint8Array;
  readonly contentType: string;
  /** What came beside the message, as it was written. */
  readonly envelope: Readonly<Record<string, string>>;
}

/** `json` is the text that `element` was read from. */
export function readElement(element: unknown, json: Uint8Array): PpnsElement {
  const members = membersOf(element);
  const { notificationId, message, messageContentType } = members;
  return {
    notificationId: isUsableId(notificationId) ? notificationId : null,
    payload: payloadOf(message, json),
    contentType: typeof messageContentType === 'string' ? messageContentType : 'application/json',
    envelope: Object.fromEntries(
      ENVELOPE.flatMap((name) => {
        const value = members[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    ),
  };
}

/** HMRC sends strings. Anything else is not written anew, which would cut its long numbers short. */
function payloadOf(message: unknown, json: Uint8Array): Uint8Array {
  if (typeof message === 'string') return new TextEncoder().encode(message);
  const isAbsent = message === null || message === undefined;
  // A copy: one message must not hold the whole answer in memory.
  return ((isAbsent ? null : memberBytes(json, 'message')) ?? json).slice();
}

/** Whether a JSON value looks like an element of a list rather than like a producer's message. */
export function isElement(value: unknown): boolean {
  const members = membersOf(value);
  return 'message' in members && ('notificationId' in members || 'messageContentType' in members);
}

const ENVELOPE = ['notificationId', 'boxId', 'messageContentType', 'createdDateTime', 'status'] as const;

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const isUsableId = (id: unknown): id is string => typeof id === 'string' && id !== '' && id.length <= 200;
