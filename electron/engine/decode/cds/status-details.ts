import type { DecodedDetail } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { lowerFirst } from './lower-first.ts';
import { describePointer } from './pointers/describe-pointer.ts';
import { readPointerSteps } from './pointers/pointer-steps.ts';
import { wcoDate } from './wco-date.ts';

/** What each Status says beyond the title: its code where the title leaves that out, and its dates. */
export const statusDetails = (response: XmlElement, functionCode: string | null): readonly DecodedDetail[] =>
  response.children('Status').flatMap((status) => {
    const path = describePointer(readPointerSteps(status)).path;
    const where = path === null ? '' : `, ${lowerFirst(path)}`;
    return [
      codeDetail(readStatusCode(status.text('NameCode')), functionCode),
      named(
        functionCode === EXIT ? 'Left on' : 'In effect since',
        wcoDate(status, 'EffectiveDateTime').words,
      ),
      named('Released at', wcoDate(status, 'ReleaseDateTime').words),
    ].flatMap((each) => (each === null ? [] : [{ ...each, name: each.name + where }]));
  });

/** Some write `04` for `4`. */
export const readStatusCode = (text: string | null): string | null =>
  text?.replace(/^0+(?=\d+$)/, '') ?? null;

function codeDetail(code: string | null, functionCode: string | null): DecodedDetail | null {
  if (code === null || IN_TITLE.has(`${functionCode ?? ''}/${code}`)) return null;
  const unknown = `${code} (Quayside does not know what it means)`;
  return functionCode === EXIT
    ? { name: 'Exit result', value: exitResults.get(code) ?? unknown }
    : { name: 'Status', value: unknown };
}

const named = (name: string, value: string | null): DecodedDetail | null =>
  value === null ? null : { name, value };

const EXIT = '16';
const IN_TITLE: ReadonlySet<string> = new Set(['11/39', '11/41', '13/67', '13/115', '13/4']);

/** HMRC publishes no meaning; the EU's list of control results has these. */
const exitResults: ReadonlyMap<string, string> = new Map([
  ['A1', 'A1: satisfactory (inferred from the EU’s list of control results)'],
  ['A2', 'A2: considered satisfactory (inferred from the EU’s list of control results)'],
]);
