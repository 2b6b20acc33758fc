import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeText } from '../codes/code-words.ts';
import { consignmentDetails } from '../details/consignment-details.ts';
import { dateWords, detail } from '../details/details.ts';
import { guaranteeDetails } from '../details/guarantee-details.ts';
import { guaranteeErrors } from '../errors/guarantee-errors.ts';
import { says, withReason, type TransitReader } from './transit-reading.ts';

/** IE029: the goods may go. */
export const releasedForTransit: TransitReader = (body) => ({
  ...says(
    'info',
    'released',
    'Released for transit',
    'The goods are released for transit and may leave the office of departure.',
    'Print the transit accompanying document and give it to the driver: it travels with the goods.',
  ),
  details: body === null ? [] : releaseDetails(body),
});

function releaseDetails(body: XmlElement) {
  const operation = (name: string) => body.text('TransitOperation', name);
  return [
    ...detail('Released on', operation('releaseDate')),
    ...detail('Accepted on', operation('declarationAcceptanceDate')),
    ...body.children('ControlResult').flatMap(controlResult),
    ...guaranteeDetails(body),
    ...consignmentDetails(body),
  ];
}

/** The meanings of list CL196 are not published: the code stands alone. */
const controlResult = (result: XmlElement) => [
  ...detail('Control result', code(result.text('code'), 'CL196')),
  ...detail('Remark on the control', result.text('text')),
];

const code = (value: string | null, list: string): string | null =>
  value === null ? null : codeText(list, value);

/** IE051: the goods may not go, and this movement has ended. */
export const notReleasedForTransit: TransitReader = (body) => {
  const operation = (name: string) => body?.text('TransitOperation', name) ?? null;
  const reading = says(
    'act',
    'held',
    'Transit refused: goods not released',
    'The office of departure does not release the goods for transit. This movement has ended and cannot be amended.',
    'Keep the goods where they are, speak to the office of departure, and send a new declaration.',
  );
  return {
    ...withReason(reading, operation('noReleaseMotivationText')),
    keyFact: 'a new declaration is needed',
    details: [
      ...detail('Reason code', operation('noReleaseMotivationCode')),
      ...detail('Reason in the words of customs', operation('noReleaseMotivationText')),
      ...detail('Declaration sent', dateWords(operation('declarationSubmissionDateAndTime'))),
    ],
  };
};

/** IE055: at least one guarantee cannot be used. */
export const guaranteeRefused: TransitReader = (body) => ({
  ...says(
    'act',
    'held',
    'Guarantee not accepted',
    'A guarantee of the declaration is not accepted, so the goods are not released. There is a time limit, which the message does not give.',
    'Amend the guarantee alone (IE013 with amendment type 1). Without a valid guarantee the release is refused.',
  ),
  errors: body === null ? [] : body.children('GuaranteeReference').flatMap(guaranteeErrors),
  details: detail('Accepted on', body?.text('TransitOperation', 'declarationAcceptanceDate') ?? null),
});
