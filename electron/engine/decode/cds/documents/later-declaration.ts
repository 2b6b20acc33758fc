import { NOTIFICATION_LIMITS } from '../../xml/limits.ts';
import { readTree } from '../../xml/read-tree.ts';

/** What a declaration is known by. */
export interface DeclarationNames {
  readonly mrn: string;
  readonly lrn: string | null;
}

/** What may stand between the damage and the Declaration is neither of these; a comment could hold anything. */
const LANDMARK = /<[!?]|<(\/?)((?:[\w.-]+:)?(?:_\d{1,9}){0,4}(MetaData|Response|Declaration))(?=[\s/>])/;

/**
 * The MRN and LRN of the Declaration of a Response that is damaged before it. `unread` is the text from the damage on.
 * Null unless it is certain to be this Response's own: the next of its kind after the damage, with no Response or
 * document that begins or ends between, well-formed by itself, and with an MRN. Time is linear.
 */
export function laterDeclaration(unread: string): DeclarationNames | null {
  const landmark = LANDMARK.exec(unread);
  const [, slash, written = '', name] = landmark ?? [];
  if (landmark === null || slash !== '' || name !== 'Declaration') return null;
  const from = landmark.index;
  const end = `</${written}>`;
  const to = unread.indexOf(end, from);
  if (to === -1) return null;
  const { fault, root } = readTree(unread.slice(from, to + end.length), NOTIFICATION_LIMITS);
  // A FunctionCode stands in the amended fragment of a DMSRES alone.
  if (fault !== null || root === null || root.child('FunctionCode') !== null) return null;
  const [id, another] = root.children('ID');
  const mrn = id?.value ?? null;
  return mrn === null || another !== undefined ? null : { mrn, lrn: root.text('FunctionalReferenceID') };
}
