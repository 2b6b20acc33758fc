import { references } from '../../../../shared/blank-facts.ts';
import { describeDms } from '../../../../shared/catalogue/dms.ts';
import { tradeHint } from '../../../../shared/catalogue/trade-hint.ts';
import type { Facts, Instant } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { cdsFacts } from './cds-facts.ts';
import { decisionCodes } from './defra-details.ts';
import { readAmendments } from './dms-amendments.ts';
import { dmsDetails } from './dms-details.ts';
import { dmsErrors } from './dms-errors.ts';
import { readPayments, type DeclarationPayments } from './payments/read-payments.ts';
import { statusCodes } from './status-details.ts';
import { readStatements, type Statement } from './statements.ts';
import { wcoDate } from './wco-date.ts';

/** The facts of one Response: one message about one declaration. `place`: 1-based, of the Response in its MetaData. */
export function dmsFacts(response: XmlElement, conversationId: string | null, place = 1): Facts {
  // Only the direct child: the amended declaration inside a DMSRES has a FunctionCode of its own.
  const functionCode = normalisedCode(response.text('FunctionCode'));
  const { declaration, amended } = declarations(response);
  const mrn = declaration?.text('ID') ?? null;
  const lrn = declaration?.text('FunctionalReferenceID') ?? null;
  const version = declaration?.text('VersionID') ?? null;
  const trade = tradeHint(mrn);
  const [statusCode = null, ...otherStatusCodes] = statusCodes(response, functionCode);
  const statements = readStatements(response, place);
  const errors = dmsErrors(response, { functionCode, trade, statements });
  const { amendments, values } = readAmendments(response, amended, { trade, statements });
  const paid = declaration === null ? null : readPayments(declaration);
  const { code, name, ...text } = describeDms(functionCode, {
    statusCode,
    otherStatusCodes,
    errorCodes: errors.map((error) => error.code),
    paymentReference: (paid?.paymentReferences.length ?? 0) > 0,
    guarantee: (paid?.guarantees.length ?? 0) > 0,
    limit: statements.some(({ limit }) => limit.words !== null),
    version,
    trade,
    changeReasons: amendments.map(({ reason }) => reason),
    decisions: decisionCodes(statements),
    texts: statements.flatMap((statement) =>
      statement.explains === null && statement.text !== null ? [statement.text] : [],
    ),
  });
  const issued = wcoDate(response, 'IssueDateTime');
  const limit = deadline(code, statements, paid);
  return {
    ...cdsFacts(conversationId),
    kind: 'dms',
    type: name,
    functionCode,
    statusCode,
    ...text,
    mrn,
    lrn,
    version,
    messageId: response.text('FunctionalReferenceID'),
    issuedAt: issued.instant,
    references: references({ mrn, lrn, conversation: conversationId }),
    errors: [...errors],
    payments: [...(paid?.payments ?? [])],
    amendments: [...amendments],
    details: [
      ...dmsDetails(response, {
        functionCode,
        outcome: text.outcome,
        declaration,
        statements,
        errors,
        paid,
        values,
      }),
    ],
    deadline: limit.instant,
    problems: [
      functionCode === null ? 'the Response has no FunctionCode' : null,
      issued.problem,
      limit.problem,
      ...(paid?.problems ?? []),
    ].filter((problem) => problem !== null),
  };
}

/**
 * The declaration that the message is about, and the parts of it that a DMSRES says have changed. The fragment comes
 * after it, in the namespace of a submission and with a submission's FunctionCode; where neither is left to tell them
 * apart the first one that bears an MRN is meant.
 */
function declarations(response: XmlElement): {
  readonly declaration: XmlElement | null;
  readonly amended: XmlElement | null;
} {
  const all = response.children('Declaration');
  const [declaration = null] = [
    all.filter((each) => !isFragment(each) && hasMrn(each)),
    all.filter((each) => !isFragment(each)),
    all.filter(hasMrn),
    all,
  ].flatMap(([first]) => first ?? []);
  return { declaration, amended: all.find((each) => each !== declaration) ?? null };
}

const hasMrn = (declaration: XmlElement): boolean => declaration.child('ID') !== null;

const isFragment = (declaration: XmlElement): boolean =>
  declaration.namespace === 'urn:wco:datamodel:WCO:DEC-DMS:2' || declaration.child('FunctionCode') !== null;

/** Two digits, whatever zeros stand before them: old libraries of messages have `9` for `09`. */
const normalisedCode = (text: string | null): string | null =>
  /^0*(\d{1,2})$/.exec(text ?? '')?.[1]?.padStart(2, '0') ?? text?.slice(0, 20) ?? null;

/** A request for documents, an answer or proof of exit gives its limit in one or two places; the earlier counts. */
function deadline(
  code: string,
  statements: readonly Statement[],
  paid: DeclarationPayments | null,
): { readonly instant: Instant | null; readonly problem: string | null } {
  if (PAYMENTS.has(code)) return { instant: paid?.due?.instant ?? null, problem: null };
  if (!WITH_DEADLINE.has(code)) return { instant: null, problem: null };
  const limits = statements.map(({ limit }) => limit);
  const [earliest] = limits.flatMap(({ instant }) => (instant === null ? [] : [instant])).sort();
  return {
    instant: earliest ?? null,
    problem: limits.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}

const WITH_DEADLINE: ReadonlySet<string> = new Set(['06', '18', '51']);
const PAYMENTS: ReadonlySet<string> = new Set(['13', '14', '15']);
