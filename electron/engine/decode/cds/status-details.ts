import { hasLeft } from '../../../../shared/catalogue/exit-result.ts';
import type { DecodedDetail } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { lowerFirst } from './lower-first.ts';
import { describePointer } from './pointers/describe-pointer.ts';
import { readPointerSteps } from './pointers/pointer-steps.ts';
import { wcoDate } from './wco-date.ts';

/** What each Status says beyond the title: its code where the title leaves that or its place out, and its dates. */
export function statusDetails(response: XmlElement, functionCode: string | null): readonly DecodedDetail[] {
  const [inTitle = null] = statusCodes(response, functionCode);
  return response.children('Status').flatMap((status) => {
    const path = describePointer(readPointerSteps(status)).path;
    const where = path === null ? '' : `, ${lowerFirst(path)}`;
    const code = readStatusCode(status.text('NameCode'));
    const isTold = code === inTitle && path === null && knownCodes(functionCode).has(code ?? '');
    return [
      isTold ? null : codeDetail(code, functionCode),
      named(effectName(code, functionCode), wcoDate(status, 'EffectiveDateTime').words),
      named('Released at', wcoDate(status, 'ReleaseDateTime').words),
    ].flatMap((each) => (each === null ? [] : [{ ...each, name: each.name + where }]));
  });
}

/** The codes of every Status, each once, the one that matters most first. */
export function statusCodes(response: XmlElement, functionCode: string | null): readonly string[] {
  const given = response
    .children('Status')
    .flatMap((status) => readStatusCode(status.text('NameCode')) ?? []);
  const order = ORDERS[functionCode ?? ''] ?? [];
  const rank = (code: string) => order.indexOf(order.includes(code) ? code : OTHER);
  return [...new Set(given)].sort((one, other) => rank(one) - rank(other));
}

/** Any code that is not named. */
const OTHER = null;

/** By function code: a refusal tells more than a grant, and what nobody knows more than good news. */
const ORDERS: Readonly<Record<string, readonly (string | typeof OTHER)[]>> = {
  '11': ['41', OTHER, '39'],
  '13': ['4', '115', '67', OTHER],
  '16': [OTHER, 'A1', 'A2'],
};

/** Some write `04` for `4`. */
const readStatusCode = (text: string | null): string | null => text?.replace(/^0+(?=\d+$)/, '') ?? null;

function codeDetail(code: string | null, functionCode: string | null): DecodedDetail | null {
  if (code === null) return null;
  const known = functionCode === EXIT ? exitResults.get(code) : knownCodes(functionCode).get(code);
  return {
    name: functionCode === EXIT ? 'Exit result' : 'Status',
    value: known ?? `${code} (Quayside does not know what it means)`,
  };
}

/** A result that is not known does not say that anything left. */
function effectName(code: string | null, functionCode: string | null): string {
  if (functionCode !== EXIT) return 'In effect since';
  return hasLeft(code) ? 'Left on' : 'Reported for';
}

const named = (name: string, value: string | null): DecodedDetail | null =>
  value === null ? null : { name, value };

const EXIT = '16';

const knownCodes = (functionCode: string | null): ReadonlyMap<string, string> =>
  titleCodes.get(functionCode ?? '') ?? NONE;
const NONE: ReadonlyMap<string, string> = new Map();

/** By function code: the codes that a title can tell. */
const titleCodes: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    '11',
    new Map([
      ['41', '41: refused'],
      ['39', '39: granted'],
    ]),
  ],
  [
    '13',
    new Map([
      ['4', '4: final calculation'],
      ['115', '115: provisional calculation'],
      ['67', '67: indicative calculation'],
    ]),
  ],
]);

/** HMRC publishes no meaning; the EU's list of control results has these. */
const exitResults: ReadonlyMap<string, string> = new Map([
  ['A1', 'A1: satisfactory (inferred from the EU’s list of control results)'],
  ['A2', 'A2: considered satisfactory (inferred from the EU’s list of control results)'],
]);
