import type { Facts } from '../../../../shared/notification.ts';
import { assertNever } from '../../../../shared/result.ts';
import type { DecodedPart } from '../../store/store.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';
import { cdsKind, repairedName } from './cds-roots.ts';
import { dmsFacts } from './dms-response.ts';
import { fileUploadFacts } from './file-upload.ts';
import { inventoryLinkingFacts } from './inventory-linking.ts';
import { leafText } from './search-text.ts';
import { unrecognised } from './unrecognised.ts';

interface About {
  readonly envelope: Readonly<Record<string, string>>;
}

/**
 * What arrives in a CDS queue, read by local name whatever the namespaces. One entry a Response: the schema
 * allows several in one message. Total: what cannot be read is one `unrecognised` entry with the reason.
 */
export const cdsDecoder = {
  version: 2,
  decode(payload: Uint8Array, { envelope }: About): readonly DecodedPart[] {
    // The only link to the submission for a message without an MRN; header names are kept in lower case.
    const conversationId = envelope['x-conversation-id']?.trim() || null;
    const document = readXml(payload);
    if (!document.ok) {
      const { problem, line } = document.failure;
      const where = line === null ? '' : ` (line ${line})`;
      return [unrecognised(payload, conversationId, `not readable as XML: ${problem}${where}`)];
    }
    const parts = decodeRoot(document.value.root, conversationId);
    return typeof parts === 'string' ? [unrecognised(payload, conversationId, parts)] : parts;
  },
};

/** The notifications under a root, or why there are none. */
function decodeRoot(root: XmlElement, conversationId: string | null): readonly DecodedPart[] | string {
  const kind = cdsKind(root.name);
  switch (kind) {
    case 'dms': {
      const responses = root.children().filter((child) => repairedName(child.name) === 'Response');
      if (responses.length === 0) return 'MetaData holds no Response';
      return responses.map((response) => part(dmsFacts(response, conversationId), response));
    }
    case 'inventory-linking':
      return [part(inventoryLinkingFacts(root, conversationId), root)];
    case 'file-upload':
      if (root.child('FileReference') === null && root.child('Outcome') === null) {
        return 'Root is not a file upload result: it has neither FileReference nor Outcome';
      }
      return [part(fileUploadFacts(root, conversationId), root)];
    case null:
      return `the root element ${root.name.slice(0, 100)} is not one that CDS is known to send`;
    default:
      return assertNever(kind);
  }
}

const part = (facts: Facts, element: XmlElement): DecodedPart => ({
  facts,
  searchText: leafText(element),
});
