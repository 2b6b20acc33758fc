import type { Facts } from '../../shared/notification.ts';
import type { DecodedPart, NewPayload } from '../../electron/engine/store/store.ts';

/** Facts of a rejection, with what a test cares about in place. */
export const factsWith = (known: Partial<Facts> = {}): Facts => ({
  kind: 'dms',
  type: 'DMSREJ',
  functionCode: '03',
  statusCode: null,
  title: 'Declaration rejected',
  meaning: 'Customs did not accept the declaration.',
  nextStep: 'Correct it and send it again.',
  attention: 'act',
  outcome: 'rejected',
  mrn: null,
  lrn: null,
  version: null,
  messageId: null,
  conversationId: null,
  issuedAt: null,
  trader: null,
  references: [],
  errors: [],
  payments: [],
  deadline: null,
  problems: [],
  ...known,
});

export const partWith = (known: Partial<Facts> = {}, searchText = ''): DecodedPart => ({
  facts: factsWith(known),
  searchText,
});

export const payloadWith = (remoteId: string, known: Partial<NewPayload> = {}): NewPayload => ({
  remoteId,
  bytes: new TextEncoder().encode(`<message>${remoteId}</message>`),
  contentType: 'application/xml',
  envelope: {},
  upstream: 'pending',
  createdAt: null,
  ...known,
});
