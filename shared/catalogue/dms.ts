import { dmsTypes, type DmsText, type DmsType } from './dms-types.ts';
import { dmsVariant, type DmsContent } from './dms-variants.ts';

export { dmsTypes, type DmsType } from './dms-types.ts';
export { isGrantedInPart, type DmsContent } from './dms-variants.ts';

/** The entry of a function code as CDS writes it: `06` is DMSDOC, `07` is DMSRES. Null for a code that is not known. */
export const dmsType = (code: string): DmsType | null => byCode.get(code) ?? null;

/**
 * What a message says in plain English, from its code and from the content that changes its meaning.
 * `code` null: the message has none.
 */
export function describeDms(code: string | null, content: DmsContent): DmsType {
  if (code === null) return { ...unknown, code: '', title: 'Message without a type' };
  const type = byCode.get(code);
  if (type === undefined) return { ...unknown, code, title: `Unknown type ${code}` };
  return { ...type, ...dmsVariant(code, content) };
}

const byCode: ReadonlyMap<string, DmsType> = new Map(dmsTypes.map((type) => [type.code, type]));

const unknown: DmsText & { readonly name: string } = {
  name: 'unknown',
  title: 'Unknown type',
  meaning: 'This is a message about a declaration, of a type that this version of Quayside does not know.',
  nextStep: 'Read the message itself, and look for a newer version of Quayside.',
  attention: 'watch',
  outcome: 'unknown',
};
