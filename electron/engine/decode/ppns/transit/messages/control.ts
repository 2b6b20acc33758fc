import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeText, codeWords } from '../codes/code-words.ts';
import { together } from '../details/coded.ts';
import { dateWords, detail, listed } from '../details/details.ts';
import { FETCH, says, type TransitReader, type TransitReading } from './transit-reading.ts';

/** IE060: control, documents, or the intention to control goods that are not presented yet. */
export const control: TransitReader = (body) => {
  if (body === null) return NOT_HERE;
  const type = body.text('TransitOperation', 'notificationType');
  const reading = readingOf(type, body.child('RequestedDocument') !== null);
  const asked = askedFor(body);
  return {
    ...reading,
    statusCode: type,
    keyFact: asked.length === 0 ? (reading.keyFact ?? null) : asked.join('; '),
    details: controlDetails(body),
  };
};

function readingOf(type: string | null, hasDocuments: boolean): TransitReading {
  switch (type ?? '') {
    case '0':
      return hasDocuments ? CONTROL_WITH_DOCUMENTS : CONTROL;
    case '1':
      return DOCUMENTS;
    case '2':
      return INTENTION;
    default:
      return {
        ...UNKNOWN,
        keyFact: type === null ? 'no kind of notice in the message' : `kind of notice ${type}`,
      };
  }
}

const NOT_HERE: TransitReading = {
  ...says(
    'act',
    'control',
    'Transit: control, documents or intention to control',
    'Customs control this movement, ask for documents or intend to control it. Which of them is in the message, which is not here.',
    `${FETCH} Until then keep the goods where they are.`,
  ),
  keyFact: 'the message says which',
};

const UNKNOWN = says(
  'act',
  'control',
  'Transit: control, documents or intention to control',
  'Customs control this movement, ask for documents or intend to control it. The message does not say which in a way that is known here.',
  'Ask the office of departure. Until then keep the goods where they are.',
);

const CONTROL = says(
  'act',
  'control',
  'Transit: goods selected for control',
  'The office of departure controls the goods. They are not released until it is done.',
  'Keep the goods where they are and ready, and wait for the outcome (IE029 or IE051).',
);

const CONTROL_WITH_DOCUMENTS = says(
  'act',
  'control',
  'Transit: goods selected for control, documents requested',
  'The office of departure controls the goods and asks for documents. The goods are not released until both are done.',
  'Give the documents to the office of departure, and keep the goods there and ready.',
);

const DOCUMENTS = says(
  'act',
  'documents-required',
  'Transit: documents requested',
  'The office of departure asks for more documents. The goods are not released until it has them.',
  'Give the documents to the office of departure directly.',
);

const INTENTION: TransitReading = {
  ...says(
    'act',
    'control',
    'Transit: intention to control',
    'Customs intend to control goods of a pre-lodged declaration that are not presented yet. Nothing is controlled so far.',
    'Complete the pre-lodged declaration: present the goods and send the presentation notification (IE170).',
  ),
  keyFact: 'goods to be presented',
};

/** Controls by name, documents by their codes: the names of documents are long and stand in the details. */
function askedFor(body: XmlElement): readonly string[] {
  const controls = textsOf(body, 'TypeOfControls', 'type').map(
    (type) => codeWords('CL716', type) ?? `control ${type}`,
  );
  const documents = textsOf(body, 'RequestedDocument', 'documentType');
  return [
    ...(controls.length === 0 ? [] : [listed(controls)]),
    ...(documents.length === 0 ? [] : [`documents ${listed(documents)}`]),
  ];
}

const textsOf = (body: XmlElement, group: string, name: string): readonly string[] =>
  body.children(group).flatMap((each) => each.text(name) ?? []);

function controlDetails(body: XmlElement) {
  return [
    ...body
      .children('RequestedDocument')
      .flatMap((document) => named('Document requested', document, 'documentType', 'CL215', 'description')),
    ...body.children('TypeOfControls').flatMap((each) => named('Control', each, 'type', 'CL716', 'text')),
    ...detail('Notice given', dateWords(body.text('TransitOperation', 'controlNotificationDateAndTime'))),
  ];
}

/** A code with its words, and what customs wrote beside it. */
function named(name: string, group: XmlElement, member: string, list: string, remark: string) {
  const code = group.text(member);
  const said = group.text(remark);
  const words = code === null ? null : codeText(list, code);
  // Customs often repeat the list's own words.
  const isRepeated = said !== null && words?.toLowerCase().startsWith(said.toLowerCase()) === true;
  return detail(name, together([words, isRepeated ? null : said]));
}
