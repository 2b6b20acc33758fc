import { mrnCheck, type MrnCheck } from '../../../shared/catalogue/mrn.ts';
import { gistOf } from '../../../shared/gist.ts';
import type { Facts, NotificationRow } from '../../../shared/notification.ts';

/** What a decoded file says of one notification: every field present, null where unknown. */
export interface DecodedLine extends Facts {
  /** What it is about, as rows and alerts name it. */
  readonly subject: string | null;
  readonly file: string | null;
  /** Null for a file that has the form of no source's. */
  readonly source: NotificationRow['source'] | null;
  /** Whether the MRN has the right form and check digit. */
  readonly mrnCheck: MrnCheck;
}

/** What the archive adds: who received it when, and what has been done with it. */
export interface NotificationLine extends DecodedLine {
  readonly id: string;
  readonly account: string;
  readonly receivedAt: string;
  readonly state: NotificationRow['state'];
  readonly settled: boolean;
  readonly upstream: NotificationRow['upstream'];
  readonly leavesAt: string | null;
  readonly acknowledgeFailure: NotificationRow['acknowledgeFailure'];
}

/** The one shape in which the command and the NDJSON export show a stored notification. */
export function notificationLine(row: NotificationRow, facts: Facts): NotificationLine {
  return {
    id: row.id,
    account: row.account,
    ...decodedLine(null, row.source, facts),
    receivedAt: row.receivedAt,
    state: row.state,
    settled: row.settled,
    upstream: row.upstream,
    leavesAt: row.leavesAt,
    acknowledgeFailure: row.acknowledgeFailure,
  };
}

/** The same of a notification that is in a file and not in the archive. */
export function decodedLine(
  file: string | null,
  source: NotificationRow['source'] | null,
  facts: Facts,
): DecodedLine {
  const { subject, keyFact } = gistOf(facts);
  return {
    file,
    source,
    kind: facts.kind,
    type: facts.type,
    functionCode: facts.functionCode,
    statusCode: facts.statusCode,
    title: facts.title,
    meaning: facts.meaning,
    nextStep: facts.nextStep,
    subject,
    keyFact,
    attention: facts.attention,
    outcome: facts.outcome,
    mrn: facts.mrn,
    mrnCheck: mrnCheck(facts.mrn, facts.kind === 'dms' ? 'dms' : 'other'),
    lrn: facts.lrn,
    version: facts.version,
    messageId: facts.messageId,
    conversationId: facts.conversationId,
    issuedAt: facts.issuedAt,
    trader: facts.trader,
    references: facts.references,
    errors: facts.errors,
    payments: facts.payments,
    amendments: facts.amendments,
    details: facts.details,
    deadline: facts.deadline,
    problems: facts.problems,
  };
}
