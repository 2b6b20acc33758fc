import type {
  Attention,
  HistoryEvent,
  Outcome,
  TriageState,
  UpstreamStatus,
} from '../../shared/notification.ts';
import type { SourceName } from '../../shared/accounts/source-name.ts';

/** The words on screen for each closed set; the order here is the order in menus. */

export const attentionWords = { act: 'Act', watch: 'Watch', info: 'Info' } as const satisfies Record<
  Attention,
  string
>;

export const stateWords = {
  new: 'New',
  snoozed: 'Snoozed',
  acknowledged: 'Acknowledged',
} as const satisfies Record<TriageState, string>;

/** What the source says of the message itself, never of what the message is about. */
export const upstreamWords = {
  pending: 'Pending',
  failed: 'Failed',
  acknowledged: 'Acknowledged',
  delivered: 'Delivered',
} as const satisfies Record<UpstreamStatus, string>;

/** The same where the source tells how the message fared on its way to a subscriber's own system. */
export const deliveryWords = {
  pending: 'Not delivered to the subscriber yet',
  failed: 'Not delivered to the subscriber',
  acknowledged: 'Acknowledged',
  delivered: 'Delivered to the subscriber',
} as const satisfies Record<UpstreamStatus, string>;

export const outcomeWords = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  cleared: 'Cleared',
  control: 'Examination',
  'documents-required': 'Documents wanted',
  query: 'Query',
  held: 'Held',
  released: 'Released',
  tax: 'Tax',
  amended: 'Amended',
  'request-granted': 'Request granted',
  'request-denied': 'Request denied',
  exited: 'Exited',
  registered: 'Registered',
  approved: 'Approved',
  declined: 'Declined',
  settled: 'Settled',
  returned: 'Returned',
  disputed: 'Disputed',
  failed: 'Failed',
  updated: 'Update',
  unknown: 'Notification',
} as const satisfies Record<Outcome, string>;

export const sourceWords = {
  'hmrc-ppns': 'HMRC push-pull box',
  'hmrc-cds': 'HMRC Customs Declaration Service',
  'mastercard-cen': 'Mastercard Commercial Event Notifications',
  'jpm-notifications': 'J.P. Morgan Payments notifications',
} as const satisfies Record<SourceName, string>;

/** For where there is little room, and for buttons. */
export const shortSourceWords = {
  'hmrc-ppns': 'HMRC push-pull',
  'hmrc-cds': 'HMRC CDS',
  'mastercard-cen': 'Mastercard',
  'jpm-notifications': 'J.P. Morgan',
} as const satisfies Record<SourceName, string>;

export const historyWords = {
  received: 'Received',
  'alert-shown': 'Alert shown',
  'alert-not-shown': 'Alert not shown',
  acknowledged: 'Acknowledged',
  undone: 'Acknowledgement undone',
  sent: 'Acknowledgement reached the source',
  'send-failed': 'Acknowledgement not accepted by the source',
  'upstream-changed': 'The source changed its status',
} as const satisfies Record<HistoryEvent, string>;
