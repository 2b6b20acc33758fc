import { detail } from '../details.ts';
import { textNamed } from '../find-elements.ts';
import type { BodyReader } from '../told-by-body.ts';
import type { Variant } from '../side-words.ts';
import { sentVariants } from '../variants/sent.ts';
import { readManualClosure, readReceipt, readShortageExplanation } from './at-the-end-readers.ts';
import {
  readControlReport,
  readCustomsRejection,
  readExportAcceptance,
  readInterruption,
  readStatus,
} from './by-officials-readers.ts';
import { readEventReport } from './event-reader.ts';
import { readMovement } from './movement-reader.ts';
import {
  readAlertOrRejection,
  readCancellation,
  readChangeOfDestination,
  readDelay,
  readDiversion,
  readReminder,
} from './on-the-way-readers.ts';
import { readRefusal } from './refusal-reader.ts';

/** What reads the body of each message, by its type. */
export const bodyReaders: Readonly<Record<string, BodyReader>> = {
  IE704: readRefusal,
  IE717: readControlReport,
  IE801: readMovement,
  IE802: readReminder,
  IE803: readDiversion,
  IE807: readInterruption,
  IE810: readCancellation,
  IE813: readChangeOfDestination,
  IE815: sentReader(sentVariants.IE815.any),
  IE818: readReceipt,
  IE819: readAlertOrRejection,
  IE825: sentReader(sentVariants.IE825.any),
  IE829: readExportAcceptance,
  IE837: readDelay,
  IE839: readCustomsRejection,
  IE840: readEventReport,
  IE871: readShortageExplanation,
  IE880: sentReader(sentVariants.IE880.any),
  IE881: readManualClosure,
  IE905: readStatus,
};

/** Of what a trader sent himself only the reference matters. */
function sentReader(variant: Variant): BodyReader {
  return (body) => {
    const lrn = textNamed(body, 'LocalReferenceNumber');
    return { variant, statusCode: null, lrn, details: detail('LRN', lrn) };
  };
}
