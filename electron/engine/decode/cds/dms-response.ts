import { describeDms } from '../../../../shared/catalogue/dms.ts';
import type { Facts, Instant } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { cdsFacts } from './cds-facts.ts';
import { references } from '../../../../shared/blank-facts.ts';
import { dmsErrors } from './dms-errors.ts';
import { readPayments } from './payments/read-payments.ts';
import { tradeHint } from '../../../../shared/catalogue/trade-hint.ts';
import { wcoDate } from './wco-date.ts';

/** The facts of one Response: one message about one declaration. */
export function dmsFacts(response: XmlElement, conversationId: string | null): Facts {
  // Only the direct child: the amended declaration inside a DMSRES has a FunctionCode of its own.
  const functionCode = normalisedCode(response.text('FunctionCode'));
  // The first is the declaration that the message is about; a second holds the parts that changed.
  const declaration = response.child('Declaration');
  const mrn = declaration?.text('ID') ?? null;
  const lrn = declaration?.text('FunctionalReferenceID') ?? null;
  const statusCode = firstText(response.children('Status'), 'NameCode');
  const errors = dmsErrors(response, { functionCode, trade: tradeHint(mrn) });
  const paid = declaration === null ? null : readPayments(declaration);
  const { code, name, ...text } = describeDms(functionCode, {
    statusCode,
    errorCodes: errors.map((error) => error.code),
    paymentReference: (paid?.paymentReference ?? null) !== null,
  });
  const issued = wcoDate(response, 'IssueDateTime');
  const limit = deadline(response, code);
  return {
    ...cdsFacts(conversationId),
    kind: 'dms',
    type: name,
    functionCode,
    statusCode,
    ...text,
    mrn,
    lrn,
    version: declaration?.text('VersionID') ?? null,
    messageId: response.text('FunctionalReferenceID'),
    issuedAt: issued.instant,
    references: references({ mrn, lrn, conversation: conversationId }),
    errors: [...errors],
    payments: [...(paid?.payments ?? [])],
    deadline: limit.instant,
    problems: [
      functionCode === null ? 'the Response has no FunctionCode' : null,
      issued.problem,
      limit.problem,
      ...(paid?.problems ?? []),
    ].filter((problem) => problem !== null),
  };
}

/** Old libraries of messages have `9` for `09`. */
const normalisedCode = (text: string | null): string | null =>
  text !== null && /^\d$/.test(text) ? `0${text}` : (text?.slice(0, 20) ?? null);

function firstText(elements: readonly XmlElement[], name: string): string | null {
  for (const element of elements) {
    const text = element.text(name);
    if (text !== null) return text;
  }
  return null;
}

/** A request for documents or for proof of exit gives its limit in one or two places; the earlier counts. */
function deadline(
  response: XmlElement,
  code: string,
): { readonly instant: Instant | null; readonly problem: string | null } {
  if (!WITH_DEADLINE.has(code)) return { instant: null, problem: null };
  const limits = response
    .children('AdditionalInformation')
    .map((information) => wcoDate(information, 'LimitDateTime'));
  const [earliest] = limits.flatMap(({ instant }) => (instant === null ? [] : [instant])).sort();
  return {
    instant: earliest ?? null,
    problem: limits.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}

const WITH_DEADLINE: ReadonlySet<string> = new Set(['06', '18']);
