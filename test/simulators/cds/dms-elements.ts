import type { MessageError } from './messages.ts';
import { maker, type WcoElement } from './wco-xml.ts';

export const response = maker('response');
export const dec = maker('declaration');
const date = maker('date');

/** An element with a DateTimeString in format 304: to the second, with `Z` or a two-digit offset. */
export const dateTime = (name: string, at: number, summerTime = false): WcoElement =>
  response(name, [date('DateTimeString', written(at, summerTime), { formatCode: '304' })]);

const written = (at: number, summerTime: boolean): string =>
  new Date(at + (summerTime ? 3_600_000 : 0)).toISOString().replace(/[-:T]|\..*$/g, '') +
  (summerTime ? '+01' : 'Z');

export const amount = (name: string, value: string): WcoElement =>
  response(name, value, { currencyID: 'GBP' });

/** `42A/67A/68A[1]/70A[1]/166` as a list of Pointers; a last part of letters and digits that is no section is a tag. */
export function pointers(path: string): readonly WcoElement[] {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const tag = /^\d{2}[A-Z](\[\d+\])?$/.test(last) ? null : last;
  const sections = tag === null ? parts : parts.slice(0, -1);
  return sections.map((section, index) => {
    const [, code = section, instance] = /^(\w+)\[(\d+)\]$/.exec(section) ?? [];
    const isLast = index === sections.length - 1;
    return response('Pointer', [
      instance === undefined ? null : response('SequenceNumeric', instance),
      response('DocumentSectionCode', code),
      isLast && tag !== null ? response('TagID', tag) : null,
    ]);
  });
}

export const errorElement = (error: MessageError): WcoElement =>
  response('Error', [
    error.description === undefined ? null : response('Description', error.description),
    response('ValidationCode', error.code),
    ...(error.pointer === undefined ? [] : pointers(error.pointer)),
  ]);

/** AdditionalInformation; `about` points into this very message, as `07B[1]/53A[2]` for its second Error. */
export function information(
  typeCode: string,
  more: {
    readonly code?: string;
    readonly text?: string;
    readonly limitAt?: number | undefined;
    readonly about?: string;
  } = {},
): WcoElement {
  return response('AdditionalInformation', [
    more.code === undefined ? null : response('StatementCode', more.code),
    more.text === undefined ? null : response('StatementDescription', more.text),
    more.limitAt === undefined ? null : dateTime('LimitDateTime', more.limitAt),
    response('StatementTypeCode', typeCode),
    ...(more.about === undefined ? [] : pointers(more.about)),
  ]);
}
