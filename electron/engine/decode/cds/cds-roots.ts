import type { Kind } from '../../../../shared/notification.ts';

/**
 * What kind of notification a document with this root is, by local name; null where CDS's queue holds no
 * such thing. One queue serves all CDS APIs of an application, so it is not only declarations that arrive.
 */
export function cdsKind(rootName: string): Exclude<Kind, 'ppns' | 'payment' | 'unrecognised'> | null {
  const name = repairedName(rootName);
  if (name === 'MetaData') return 'dms';
  if (name === 'Root') return 'file-upload';
  return INVENTORY_LINKING.test(name) || name === 'ValidateMovementRequest' ? 'inventory-linking' : null;
}

/** `_2MetaData` is `_2:MetaData` without its colon: published messages were edited, some of them badly. */
export const repairedName = (name: string): string => name.replace(/^(?:_\d{1,9}){1,4}/, '');

const INVENTORY_LINKING = /^inventoryLinking[A-Z]/i;
