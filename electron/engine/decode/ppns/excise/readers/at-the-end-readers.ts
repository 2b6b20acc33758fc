import { codeWords } from '../codes/code-words.ts';
import { codedDetail, detail, timeDetail, traderDetail, traderNumber } from '../details.ts';
import { textNamed } from '../find-elements.ts';
import { goodsLine, goodsSummary } from '../goods-lines.ts';
import { variantFor, type BodyReader } from '../told-by-body.ts';
import { atTheEndVariants } from '../variants/at-the-end.ts';

/** IE818: a receipt, or an export. */
export const readReceipt: BodyReader = (body) => {
  const code = body.text('ReportOfReceiptExport', 'GlobalConclusionOfReceipt');
  const items = body.children('BodyReportOfReceiptExport');
  return {
    variant: variantFor(atTheEndVariants.IE818, code),
    statusCode: code,
    keyFact: goodsSummary(items),
    trader: traderNumber(body.child('ConsigneeTrader')),
    details: [
      ...codedDetail('Conclusion', 'GlobalConclusionOfReceipt', code),
      ...detail('In their words', body.text('ReportOfReceiptExport', 'ComplementaryInformation')),
      ...items.map(goodsLine),
      ...timeDetail('Goods arrived', body.text('ReportOfReceiptExport', 'DateOfArrivalOfExciseProducts')),
      ...timeDetail('Reported', textNamed(body, 'DateAndTimeOfValidationOfReportOfReceiptExport')),
      ...traderDetail('Consignee', body.child('ConsigneeTrader')),
      ...traderDetail('Place of delivery', body.child('DeliveryPlaceTrader')),
      ...detail('Office of destination', body.text('DestinationOffice', 'ReferenceNumber')),
    ],
  };
};

/** IE871. */
export const readShortageExplanation: BodyReader = (body) => {
  const code = body.text('Attributes', 'SubmitterType');
  const sender = body.child(code === '2' ? 'ConsigneeTrader' : 'ConsignorTrader');
  return {
    variant: variantFor(atTheEndVariants.IE871, code),
    statusCode: code,
    trader: traderNumber(sender),
    details: [
      ...codedDetail('Explained by', 'SubmitterType', code),
      ...detail('In their words', body.text('Analysis', 'GlobalExplanation')),
      ...body.children('BodyAnalysis').map(goodsLine),
      ...timeDetail('Date of analysis', body.text('Analysis', 'DateOfAnalysis')),
      ...timeDetail('Explained', textNamed(body, 'DateAndTimeOfValidationOfExplanationOnShortage')),
    ],
  };
};

/** IE881. */
export const readManualClosure: BodyReader = (body) => {
  const said = (name: string) => body.text('Attributes', name);
  const accepted = said('ManualClosureRequestAccepted');
  const refusal = said('ManualClosureRejectionReasonCode');
  const conclusion = said('GlobalConclusionOfReceipt');
  const items = body.children('BodyManualClosure');
  return {
    variant: variantFor(atTheEndVariants.IE881, accepted),
    statusCode: accepted,
    keyFact:
      accepted === '0'
        ? refusal === null || refusal === '0'
          ? null
          : codeWords('ManualClosureRejectionReason', refusal)
        : conclusion === null
          ? null
          : codeWords('GlobalConclusionOfReceipt', conclusion),
    details: [
      ...codedDetail('Request accepted', 'Flag', accepted),
      ...codedDetail('Conclusion', 'GlobalConclusionOfReceipt', conclusion),
      ...detail('In their words', said('ComplementaryInformation')),
      ...codedDetail(
        'Why it was asked for',
        'ManualClosureRequestReason',
        said('ManualClosureRequestReasonCode'),
      ),
      ...detail('More on the request', said('ManualClosureRequestReasonCodeComplement')),
      ...codedDetail('Why it was refused', 'ManualClosureRejectionReason', refusal),
      ...detail('More on the refusal', said('ManualClosureRejectionComplement')),
      ...items.map(goodsLine),
      ...timeDetail('Goods arrived', said('DateOfArrivalOfExciseProducts')),
    ],
  };
};
