import type { Kind } from '../../../../shared/notification.ts';

/**
 * What kind of notification a document with this root is, by local name; null where CDS's queue holds no
 * such thing. One queue serves all CDS APIs of an application, so it is not only declarations that arrive.
 */
export function cdsKind(name: string): Exclude<Kind, 'ppns' | 'payment' | 'unrecognised'> | null {
  if (name === 'MetaData') return 'dms';
  if (name === 'Root') return 'file-upload';
  return INVENTORY_LINKING.test(name) || name === 'ValidateMovementRequest' ? 'inventory-linking' : null;
}

const INVENTORY_LINKING = /^inventoryLinking[A-Z]/i;
