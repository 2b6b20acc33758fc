import type { DecodedDetail } from '../../../../shared/notification.ts';
import { lowerFirst } from './lower-first.ts';
import { describePointer } from './pointers/describe-pointer.ts';
import type { Statement } from './statements.ts';

/**
 * What customs says beside the Errors and Amendments: the texts, then the codes that mean something. A text that
 * explains an Error or Amendment stands with that one, and only its code may be shown here.
 */
export const statementDetails = (
  statements: readonly Statement[],
  functionCode: string | null,
): readonly DecodedDetail[] => [
  ...statements.flatMap((statement) => textDetail(statement, functionCode)),
  ...statements.flatMap((statement) => codeDetail(statement, functionCode)),
];

function textDetail(statement: Statement, functionCode: string | null): readonly DecodedDetail[] {
  const { type, text, explains, steps } = statement;
  if (text === null || explains !== null) return [];
  if (type === 'CEX' && OFFICE.test(text)) return [{ name: 'Office of exit', value: text }];
  const where = describePointer(steps).path;
  const name = (type === 'AFB' ? reasonNames.get(functionCode ?? '') : textNames.get(type ?? '')) ?? SAYS;
  return [{ name: where === null ? name : `${name}, ${lowerFirst(where)}`, value: text }];
}

/** Two letters of the country and six of the office. */
const OFFICE = /^[A-Z]{2}[0-9A-Z]{6}$/;
const SAYS = 'Customs says';

const textNames: ReadonlyMap<string, string> = new Map([
  ['ACA', 'Document request'],
  ['BLF', 'About the control'],
  ['CEX', 'About the exit'],
  ['ALV', 'Defra says'],
  ['QRY', 'Query'],
  ['DET', 'About the detention'],
]);

/** By function code: what a customs position in words is about. */
const reasonNames: ReadonlyMap<string, string> = new Map([
  ['10', 'Reason given'],
  ['11', 'Reason given'],
]);

function codeDetail(
  { type, code, explains }: Statement,
  functionCode: string | null,
): readonly DecodedDetail[] {
  if (code === null || type === 'ALV' || SAYING_NOTHING.has(code) || code === type) return [];
  const known = positions.get(`${functionCode ?? ''} ${code}`) ?? codes.get(`${type ?? ''} ${code}`);
  if (known !== undefined) return [known];
  const about = explains === null ? (codeNames.get(type ?? '') ?? `Code of type ${type ?? 'unknown'}`) : null;
  return [
    {
      name: about ?? `Code with ${explains?.of ?? ''} ${explains?.number ?? ''}`,
      value: `${code} (Quayside does not know what it means)`,
    },
  ];
}

/** The text or the other message parts say all that these do. */
const SAYING_NOTHING: ReadonlySet<string> = new Set(['smartErrorMsg', '001', 'Q01']);

const codeNames: ReadonlyMap<string, string> = new Map([
  ['AFB', 'Customs position'],
  ['BLF', 'Result of the control'],
  ['CEX', 'Exit code'],
]);

/** By type and code. A1 and A2: HMRC publishes no meaning; the EU's list of control results has these. */
const codes: ReadonlyMap<string, DecodedDetail> = new Map(
  [
    ['AFB A1', 'Customs position', 'A1: satisfactory (inferred from the EU’s list of control results)'],
    [
      'AFB A2',
      'Customs position',
      'A2: considered satisfactory (inferred from the EU’s list of control results)',
    ],
    ['BLF A1', 'Result of the control', 'A1: satisfactory (inferred from the EU’s list of control results)'],
    [
      'BLF A2',
      'Result of the control',
      'A2: considered satisfactory (inferred from the EU’s list of control results)',
    ],
    ['1 E70', 'Pre-check', 'E70: the port or airport system’s check before the declaration failed'],
  ].map(([key = '', name = '', value = '']) => [key, { name, value }]),
);

/** By function code and code, where the type alone does not tell. */
const positions: ReadonlyMap<string, DecodedDetail> = new Map([
  ['10 3', { name: 'Reason code', value: '3 (HMRC has not published what it means)' }],
]);
