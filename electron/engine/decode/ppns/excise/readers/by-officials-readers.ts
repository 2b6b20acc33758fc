import type { DecodedError } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeWords, toldCode } from '../codes/code-words.ts';
import { codedDetail, detail, textDetails, timeDetail, traderDetail } from '../details.ts';
import { elementsNamed, textNamed, textsNamed } from '../find-elements.ts';
import { variantFor, type BodyReader } from '../told-by-body.ts';
import { byOfficialsVariants } from '../variants/by-officials.ts';

/** IE807. */
export const readInterruption: BodyReader = (body) => {
  const said = (name: string) => body.text('Attributes', name);
  const code = said('ReasonForInterruptionCode');
  const text = said('ComplementaryInformation');
  const office = said('ReferenceNumberOfExciseOffice');
  return {
    variant: byOfficialsVariants.IE807.any,
    statusCode: code,
    keyFact: code === null || code === '0' ? null : codeWords('InterruptionReason', code),
    added: text === null ? [] : [`Reason given: ${text.replace(/\.$/, '')}.`],
    ...(office === null ? {} : { nextStep: `Call the excise office ${office}.` }),
    details: [
      ...codedDetail('Reason', 'InterruptionReason', code),
      ...detail('In their words', text),
      ...detail('Excise office', office),
      ...timeDetail('Stopped', said('DateAndTimeOfIssuance')),
      ...textDetails('Control report', textsNamed(body, 'ControlReportReference')),
      ...textDetails('Event report', textsNamed(body, 'EventReportNumber')),
    ],
  };
};

/** IE717. Conclusions 1 and 5 say that nothing is objected to. */
export const readControlReport: BodyReader = (body) => {
  const code = textNamed(body, 'GlobalControlConclusion');
  const isFine = code === '1' || code === '5';
  return {
    variant: isFine ? byOfficialsVariants.IE717.fine : variantFor(byOfficialsVariants.IE717, code),
    statusCode: code,
    details: [
      ...codedDetail('Conclusion', 'GlobalControlConclusion', code),
      ...textDetails('In their words', textsNamed(body, 'Comments')),
      ...codedDetail('Control', 'ControlType', textNamed(body, 'ControlType')),
      ...codedDetail('Why', 'ReasonForControl', textNamed(body, 'ReasonForControl')),
      ...elementsNamed(body, 'PerformedControlAction').flatMap(actionDetail),
      ...elementsNamed(body, 'UnsatisfactoryReason').flatMap((reason) => [
        ...codedDetail('Not in order', 'UnsatisfactoryReason', reason.text('UnsatisfactoryReasonCode')),
        ...detail('More on it', reason.text('ComplementaryInformation')),
      ]),
      ...codedDetail('Control at arrival wanted', 'Flag', textNamed(body, 'ControlAtArrivalRequired')),
      ...detail('Place', textNamed(body, 'PlaceOfControl')),
      ...timeDetail('Date', textNamed(body, 'DateOfControl')),
      ...detail('Excise office', textNamed(body, 'ReferenceNumberOfExciseOffice')),
      ...detail('Control report', textNamed(body, 'ControlReportReference')),
      ...timeDetail('Validated', textNamed(body, 'DateAndTimeOfValidationOfControlReport')),
    ],
  };
};

/** The element of an action holds one of the same name, which has the code and is found by the search as well. */
function actionDetail(action: XmlElement) {
  const code = action.text('PerformedControlAction');
  if (code === null) return [];
  const other = action.text('OtherControlAction');
  const words = toldCode('PerformedControlAction', code);
  return detail('Done', other === null ? words : `${words}: ${other}`);
}

/** IE829. The flag moved between versions, and what its values say is not published. */
export const readExportAcceptance: BodyReader = (body) => {
  const flag = textNamed(body, 'ExportDeclarationAcceptanceOrGoodsReleasedForExport');
  return {
    variant: byOfficialsVariants.IE829.any,
    statusCode: flag,
    keyFact: 'not out of the country yet',
    details: [
      ...detail('Code of acceptance or release', flag),
      ...timeDetail('Accepted', textNamed(body, 'DateOfAcceptance')),
      ...timeDetail('Released', textNamed(body, 'DateOfRelease')),
      ...detail('Export document', textNamed(body, 'DocumentReferenceNumber')),
      ...detail('Office of export', body.text('ExportPlaceCustomsOffice', 'ReferenceNumber')),
      ...detail('Office that sent this', textNamed(body, 'ReferenceNumberOfSenderCustomsOffice')),
      ...traderDetail('Consignee', body.child('ConsigneeTrader')),
      ...timeDetail('Told', body.text('Attributes', 'DateAndTimeOfIssuance')),
    ],
  };
};

/** IE839. The results by item are called `Diagnosis` in older messages. */
export const readCustomsRejection: BodyReader = (body) => {
  const code = body.text('Rejection', 'RejectionReasonCode');
  const draft = body.child('NEadSub')?.text('LocalReferenceNumber') ?? null;
  return {
    variant: byOfficialsVariants.IE839.any,
    statusCode: code,
    keyFact: code === null ? null : codeWords('CustomsRejectionReasonCode', code),
    lrn: draft,
    errors: elementsNamed(body, 'UbrCrosscheckResult', 'Diagnosis').map(diagnosisError),
    details: [
      ...codedDetail('Reason', 'CustomsRejectionReasonCode', code),
      ...timeDetail('Rejected', body.text('Rejection', 'RejectionDateAndTime')),
      ...detail('Export document', textNamed(body, 'DocumentReferenceNumber')),
      ...textDetails('LRN of the export declaration', exportLrns(body)),
      ...detail('Office of export', body.text('ExportPlaceCustomsOffice', 'ReferenceNumber')),
      ...traderDetail('Consignee', body.child('ConsigneeTrader')),
    ],
  };
};

const exportLrns = (body: XmlElement): readonly string[] =>
  elementsNamed(body, 'ExportDeclarationInformation', 'ExportCrossCheckingDiagnoses').flatMap(
    (declaration) => declaration.text('LocalReferenceNumber') ?? [],
  );

function diagnosisError(result: XmlElement): DecodedError {
  const code = result.text('DiagnosisCode') ?? 'none';
  const item = result.text('BodyRecordUniqueReference');
  const said = textsNamed(result, 'RejectionReason');
  return {
    code,
    meaning: codeWords('DiagnosisCode', code),
    advisory: false,
    pointer: null,
    path: item === null ? null : `item ${item}`,
    dataElement: null,
    item: item !== null && /^\d{1,6}$/.test(item) ? Number(item) : null,
    description: said.length === 0 ? null : said.join('; '),
    nextStep: null,
  };
}

/** IE905. */
export const readStatus: BodyReader = (body) => {
  const code = body.text('Attributes', 'Status');
  return {
    variant: variantFor(byOfficialsVariants.IE905, code),
    statusCode: code,
    details: [
      ...codedDetail('Status', 'StatusType', code),
      ...codedDetail(
        'Last message',
        'RequestedMessageType',
        body.text('Attributes', 'LastReceivedMessageType'),
      ),
    ],
  };
};
