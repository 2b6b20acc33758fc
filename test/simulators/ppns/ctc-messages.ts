/** What a transit (CTC Traders) message is about; every member has an invented default. */
export interface CtcMessage {
  /** `IE029`, `IE928`… */
  readonly type: string;
  readonly direction?: 'departures' | 'arrivals';
  readonly movementId?: string;
  readonly messageId?: string;
  /** Null leaves the member out, as for a trader who is not known. */
  readonly eori?: string | null;
  readonly mrn?: string | null;
  readonly lrn?: string;
  /** False for a body above 80,000 bytes, which the notification then leaves out. */
  readonly withBody?: boolean;
  /** UTC, without its zone, as the messages write it: `2026-11-22T09:41:00`. */
  readonly preparedAt?: string;
  /** More elements of its `TransitOperation`, as XML. */
  readonly operation?: string;
  /** The elements that follow its holder, as XML. */
  readonly content?: string;
}

/** The text of a `MESSAGE_RECEIVED` notification. */
export function ctcMessageReceived(about: CtcMessage): string {
  const { direction, movementId, messageId, eori } = filled(about);
  return JSON.stringify({
    messageUri: `/customs/transits/movements/${direction}/${movementId}/messages/${messageId}`,
    notificationType: 'MESSAGE_RECEIVED',
    messageId,
    [direction === 'departures' ? 'departureId' : 'arrivalId']: movementId,
    ...(eori === null ? {} : { enrollmentEORINumber: eori }),
    messageType: about.type,
    ...(about.withBody === false ? {} : { messageBody: ctcXml(about) }),
  });
}

export interface CtcSubmission extends Omit<CtcMessage, 'type' | 'withBody'> {
  /** `SUCCESS`, `SCHEMA_VALIDATION`, `BAD_REQUEST`… */
  readonly code: string;
  readonly message: string;
  readonly validationErrors?: readonly {
    readonly lineNumber: number;
    readonly columnNumber: number;
    readonly message: string;
  }[];
}

/** The text of a `SUBMISSION_NOTIFICATION`: what became of a large file that was uploaded. */
export function ctcSubmissionNotification(about: CtcSubmission): string {
  const { direction, movementId, messageId, eori } = filled(about);
  const { code, message, validationErrors } = about;
  return JSON.stringify({
    messageUri: `/customs/transits/movements/${direction}/${movementId}/messages/${messageId}`,
    notificationType: 'SUBMISSION_NOTIFICATION',
    messageId,
    [direction === 'departures' ? 'departureId' : 'arrivalId']: movementId,
    ...(eori === null ? {} : { enrollmentEORINumber: eori }),
    response: { code, message, ...(validationErrors ? { validationErrors } : {}) },
  });
}

/** The transit message itself, in the frame that all of them share. */
export function ctcXml(about: CtcMessage): string {
  const { mrn, lrn, preparedAt, messageId } = filled(about);
  const root = `CC${about.type.replace(/^(IE|CC)/, '')}C`;
  return [
    `<ncts:${root} xmlns:ncts="http://ncts.dgtaxud.ec" PhaseID="NCTS5.1">`,
    '<messageSender>NTA.GB</messageSender>',
    '<messageRecipient>quayside.example</messageRecipient>',
    `<preparationDateAndTime>${preparedAt}</preparationDateAndTime>`,
    `<messageIdentification>${messageId.slice(0, 14).toUpperCase()}</messageIdentification>`,
    `<messageType>${root}</messageType>`,
    '<TransitOperation>',
    `<LRN>${lrn}</LRN>`,
    mrn === null ? '' : `<MRN>${mrn}</MRN>`,
    about.operation ?? '',
    '</TransitOperation>',
    '<CustomsOfficeOfDeparture><referenceNumber>GB000081</referenceNumber></CustomsOfficeOfDeparture>',
    '<HolderOfTheTransitProcedure>',
    '<identificationNumber>GB731946285000</identificationNumber>',
    '<name>Halyard &amp; Fender Forwarding</name>',
    '</HolderOfTheTransitProcedure>',
    about.content ?? '',
    `</ncts:${root}>`,
  ].join('');
}

function filled(about: Partial<CtcMessage>) {
  return {
    direction: about.direction ?? 'departures',
    movementId: about.movementId ?? '66f1a0c3d2e4b597',
    messageId: about.messageId ?? '66f1a0c3e7719a02',
    eori: about.eori === undefined ? 'GB731946285000' : about.eori,
    mrn: about.mrn === undefined ? '26GB0000812QUAYK35' : about.mrn,
    lrn: about.lrn ?? 'HAF-26-000417',
    preparedAt: about.preparedAt ?? '2026-11-22T09:40:11',
  };
}
