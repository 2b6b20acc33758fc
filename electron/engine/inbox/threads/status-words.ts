import type { Attention } from '../../../../shared/notification.ts';
import type { ThreadStatusCode } from '../../../../shared/thread.ts';

/** What a person reads about a declaration or a movement, and how urgent it is. */
export const statusWords: Readonly<Record<ThreadStatusCode, { title: string; attention: Attention }>> = {
  registered: { title: 'Registered, not accepted yet', attention: 'info' },
  accepted: { title: 'Accepted', attention: 'info' },
  waiting: { title: 'Waiting for customs', attention: 'info' },
  'under-control': { title: 'Under control: the goods are to be examined', attention: 'act' },
  'documents-wanted': { title: 'Documents wanted', attention: 'act' },
  'query-open': { title: 'Query from customs open', attention: 'act' },
  'held-by-defra': { title: 'Held by Defra', attention: 'act' },
  detained: { title: 'Goods detained', attention: 'act' },
  'payment-due': { title: 'Payment due', attention: 'act' },
  'account-short': { title: 'Not enough on the account', attention: 'act' },
  released: { title: 'Released, duty and tax still provisional', attention: 'info' },
  cleared: { title: 'Cleared', attention: 'info' },
  'cleared-amended': { title: 'Cleared and amended', attention: 'info' },
  rejected: { title: 'Rejected', attention: 'act' },
  cancelled: { title: 'Cancelled before arrival', attention: 'watch' },
  'cancelled-by-customs': { title: 'Cancelled, without a request that is known here', attention: 'act' },
  lapsed: { title: 'Lapsed: no arrival in time', attention: 'act' },
  withdrawn: { title: 'Withdrawn on request', attention: 'info' },
  exited: { title: 'Goods have left', attention: 'info' },
  'not-exited-in-time': { title: 'Not exited in time', attention: 'act' },
  'handled-outside': { title: 'Handled outside CDS', attention: 'act' },
  'control-intended': { title: 'Customs may control the goods: present them', attention: 'act' },
  'not-released': { title: 'Not released', attention: 'act' },
  'guarantee-refused': { title: 'Guarantee not accepted', attention: 'act' },
  unloading: { title: 'Unloading permitted', attention: 'watch' },
  discrepancies: { title: 'Discrepancies to be resolved', attention: 'act' },
  'arrival-not-shown': { title: 'Proof of arrival requested', attention: 'act' },
  recovery: { title: 'Duty is being recovered', attention: 'act' },
  ended: { title: 'Movement ended', attention: 'info' },
  'on-the-way': { title: 'On the way', attention: 'info' },
  'report-due': { title: 'A report is due', attention: 'act' },
  refused: { title: 'Receipt refused', attention: 'act' },
  'partly-refused': { title: 'Receipt partly refused', attention: 'act' },
  interrupted: { title: 'Movement interrupted by officials', attention: 'act' },
  diverted: { title: 'Diverted', attention: 'watch' },
  ready: { title: 'Ready for check-in', attention: 'info' },
  blocked: { title: 'Not ready to be used', attention: 'act' },
  'inspection-required': { title: 'Inspection required', attention: 'act' },
  'do-not-load': { title: 'Do not load', attention: 'act' },
  'payment-open': { title: 'Payment to be looked after', attention: 'act' },
  'payment-made': { title: 'Payment made', attention: 'info' },
  'payment-updated': { title: 'Payment changed', attention: 'info' },
  unknown: { title: 'Not known: read the messages', attention: 'watch' },
};

/** Of `cancelled`, where the goods had arrived. */
export const CANCELLED_AFTER_ARRIVAL = 'Cancelled';

/** What is added about facts that do not change the status by themselves. */
export const noteWords = {
  pending: 'A request is registered and not answered yet',
  granted: 'A request was granted',
  denied: 'A request was denied',
  unclear: 'A request was answered; the message does not say how',
  rejected: 'An amendment or request was rejected',
  earlierRejected: 'An earlier submission was rejected',
  laterRejected: 'What was sent later was rejected; the declaration itself was not',
  changed: 'The declaration was changed',
  advised: 'Customs warns about the declaration',
  provisional: 'Released, duty and tax still provisional',
  unknownExit: 'Exit was reported with a result that is not known',
  unknown: 'There is a message of an unknown type',
  unread: 'There is a message that could not be read',
} as const;
