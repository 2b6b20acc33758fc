import { minute, type OpenGap } from './open-gap.ts';

/**
 * A gap in the place of a notification: every member that a line of a notification has, so that a program which
 * does not know of gaps reads on. `kind` and `type` are `gap`, `id` is `gap-1`, `gap-2` … in this file alone,
 * `issuedAt` and `receivedAt` are its beginning and its end, and `gap` has it whole.
 */
export function gapLine(gap: OpenGap, number: number) {
  return {
    id: `gap-${number}`,
    account: gap.account,
    file: null,
    source: null,
    kind: 'gap',
    type: 'gap',
    functionCode: null,
    statusCode: null,
    title: 'Something may be missing',
    meaning: `From ${minute(gap.from)} to ${minute(gap.to)} UTC notifications may be missing. ${gap.why}`,
    nextStep: 'Look for that time in the source’s own records, then dismiss this in Quayside.',
    subject: null,
    keyFact: null,
    attention: 'watch',
    outcome: 'unknown',
    mrn: null,
    mrnCheck: null,
    lrn: null,
    version: null,
    messageId: null,
    conversationId: null,
    issuedAt: gap.from,
    trader: null,
    references: [],
    errors: [],
    payments: [],
    amendments: [],
    details: [],
    deadline: null,
    problems: [],
    receivedAt: gap.to,
    state: 'new',
    settled: false,
    upstream: null,
    leavesAt: null,
    acknowledgeFailure: null,
    gap: { from: gap.from, to: gap.to, why: gap.why },
  } as const;
}

export type GapLine = ReturnType<typeof gapLine>;
