import { gistOf } from '../../../../shared/gist.ts';
import { defraDetail } from '../../../../shared/catalogue/defra-detail.ts';
import { PAYMENT_REFERENCE } from '../../../../shared/catalogue/detail-names.ts';
import { describeDms } from '../../../../shared/catalogue/dms.ts';
import type { DecodedError, Facts } from '../../../../shared/notification.ts';
import type { ThreadMember } from './thread-member.ts';

export const IMPORT = '26GB1CR4DVQ71TAAR5';
export const EXPORT = '26GB8WQ1L0D7YHRAA8';
const START = Date.UTC(2026, 10, 22, 9, 0, 0);
const ERRORS: Readonly<Record<string, string>> = { '!': 'CDS12056', '~': 'CDS12046', '?': 'CDS13000' };

/**
 * A declaration's messages from a line such as `01 13/67 =06 03! 13/4£`: function code and status, a minute apart
 * (`11/41+39` has a status beside that of its title); `=` before a code puts it in the second of the one before. After it, `!` an error, `~` the lapse, `?` a warning,
 * `£` a payment reference, `%` damage; then `[N02:1,C03]` Defra's decisions, each with the goods item that it names,
 * `@b` the conversation and `#2` the declaration's version.
 */
export function lifeMembers(line: string, mrn: string | null = IMPORT): readonly ThreadMember[] {
  let minute = 0;
  return line.split(' ').map((word, place) => {
    if (!word.startsWith('=')) minute += 1;
    const [
      ,
      code = '',
      status = null,
      other,
      mark = '',
      decisions = '',
      conversationId = null,
      version = null,
    ] =
      /^=?(\d\d)(?:\/(\w+)(?:\+(\w+))?)?([!~?£%]?)(?:\[([\w:,]+)\])?(?:@(\w+))?(?:#(\d+))?$/.exec(word) ?? [];
    return memberWith({
      id: String(place + 1),
      facts: {
        ...dmsContent(code, [status, other], mark, decisionsIn(decisions)),
        ...{ mrn, conversationId, version },
        issuedAt: at(minute),
        messageId: `m${place + 1}`,
      },
    });
  });
}

const at = (minute: number): string => new Date(START + minute * 60_000).toISOString();

interface Decision {
  readonly code: string;
  readonly where: string | null;
}

const decisionsIn = (text: string): readonly Decision[] =>
  text === ''
    ? []
    : text.split(',').map((each) => {
        const [code = '', item] = each.split(':');
        return { code, where: item === undefined ? null : `goods item ${item}` };
      });

function dmsContent(
  code: string,
  [statusCode, other]: readonly [string | null, string | undefined],
  mark: string,
  decisions: readonly Decision[],
): Partial<Facts> {
  const errorCode = ERRORS[mark];
  const {
    code: functionCode,
    name,
    ...text
  } = describeDms(code, {
    statusCode,
    otherStatusCodes: other === undefined ? [] : [other],
    errorCodes: errorCode === undefined ? [] : [errorCode],
    paymentReference: mark === '£',
    decisions: decisions.map((decision) => decision.code),
  });
  return {
    functionCode,
    type: name,
    statusCode,
    ...text,
    errors: errorCode === undefined ? [] : [errorOf(errorCode)],
    details: [
      ...decisions.map((decision) => defraDetail(decision.code, decision.where)),
      ...(mark === '£' ? [{ name: PAYMENT_REFERENCE, value: 'XKQY004271953' }] : []),
    ],
    ...(mark === '%'
      ? {
          kind: 'unrecognised',
          // A 03 whose Errors are lost may be a rejection.
          attention: text.attention === 'act' || code === '03' ? 'act' : 'watch',
          outcome: 'unknown',
        }
      : {}),
  };
}

const errorOf = (code: string): DecodedError => ({
  code,
  meaning: null,
  advisory: code === ERRORS['?'],
  pointer: null,
  path: null,
  dataElement: null,
  item: null,
  description: null,
  nextStep: null,
});

/** One message, with what a test is about set by itself; received in the order of the ids. */
export function memberWith(known: {
  readonly id: string;
  readonly facts?: Partial<Facts>;
  readonly row?: Partial<ThreadMember['row']>;
  readonly remoteId?: string;
}): ThreadMember {
  const facts: Facts = {
    kind: 'dms',
    type: 'DMSACC',
    functionCode: '01',
    statusCode: null,
    title: 'Declaration accepted',
    meaning: 'Customs has legally accepted the declaration.',
    nextStep: null,
    keyFact: null,
    attention: 'info',
    outcome: 'accepted',
    mrn: IMPORT,
    lrn: 'HF-118842',
    version: null,
    messageId: null,
    conversationId: null,
    issuedAt: at(1),
    trader: null,
    references: [],
    errors: [],
    payments: [],
    amendments: [],
    details: [],
    deadline: null,
    problems: [],
    ...known.facts,
  };
  const { kind, type, functionCode, statusCode, title, attention, outcome, mrn, lrn, issuedAt } = facts;
  return {
    facts,
    remoteId: known.remoteId ?? `remote-${known.id}`,
    row: {
      id: known.id,
      account: 'cds',
      source: 'hmrc-cds',
      ...{ kind, type, functionCode, statusCode, title, attention, outcome, mrn, lrn, issuedAt },
      ...gistOf(facts),
      receivedAt: new Date(START + 86_400_000 + Number(known.id) * 1000).toISOString(),
      state: 'new',
      settled: false,
      upstream: null,
      leavesAt: null,
      acknowledgeFailure: null,
      ...known.row,
    },
  };
}
