import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { together, valueOf } from './coded.ts';
import { detail } from './details.ts';

/** The documents and remarks of a consignment, each by its name. */
export const documentDetails = (consignment: XmlElement): readonly DecodedDetail[] =>
  DOCUMENTS.flatMap(([name, group, code, list, value]) =>
    consignment
      .children(group)
      .slice(0, MOST_OF_A_KIND)
      .flatMap((document) => detail(name, together([valueOf(document, code, list), document.text(value)]))),
  );

const DOCUMENTS = [
  ['Previous document', 'PreviousDocument', 'type', 'CL214', 'referenceNumber'],
  ['Supporting document', 'SupportingDocument', 'type', 'CL213', 'referenceNumber'],
  ['Transport document', 'TransportDocument', 'type', 'CL754', 'referenceNumber'],
  ['Additional reference', 'AdditionalReference', 'type', 'CL380', 'referenceNumber'],
  ['Additional information', 'AdditionalInformation', 'code', 'CL239', 'text'],
] as const;

const MOST_OF_A_KIND = 20;
