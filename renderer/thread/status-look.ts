import type { Attention } from '../../shared/notification.ts';
import type { ThreadStatus, ThreadStatusCode } from '../../shared/thread.ts';
import type { IconName } from '../ui/icon.tsx';

/** The drawing beside what has become of a declaration or a movement. */
export const statusIcons = {
  registered: 'info',
  accepted: 'info',
  waiting: 'clock',
  'under-control': 'alert',
  'documents-wanted': 'document',
  'query-open': 'question',
  'held-by-defra': 'alert',
  detained: 'alert',
  'payment-due': 'card',
  'account-short': 'card',
  released: 'check',
  cleared: 'check',
  'cleared-amended': 'check',
  rejected: 'rejected',
  cancelled: 'cancelled',
  'cancelled-by-customs': 'cancelled',
  lapsed: 'cancelled',
  withdrawn: 'cancelled',
  exited: 'exited',
  'not-exited-in-time': 'alert',
  'handled-outside': 'alert',
  'control-intended': 'alert',
  'not-released': 'alert',
  'guarantee-refused': 'card',
  unloading: 'check',
  discrepancies: 'alert',
  'arrival-not-shown': 'question',
  recovery: 'card',
  ended: 'check',
  'on-the-way': 'exited',
  'report-due': 'clock',
  refused: 'rejected',
  'partly-refused': 'rejected',
  interrupted: 'alert',
  diverted: 'info',
  ready: 'check',
  blocked: 'rejected',
  'inspection-required': 'alert',
  'do-not-load': 'alert',
  'payment-open': 'card',
  'payment-made': 'check',
  'payment-updated': 'info',
  unknown: 'question',
} as const satisfies Record<ThreadStatusCode, IconName>;

/** The goods are free or the money is where it belongs, and nobody is wanted. */
export const isFree = ({ code, attention }: ThreadStatus): boolean => attention === 'info' && FREE.has(code);

const FREE: ReadonlySet<ThreadStatusCode> = new Set([
  'released',
  'cleared',
  'cleared-amended',
  'exited',
  'ended',
  'ready',
  'payment-made',
]);

/** The colour of a status. */
export const statusTone = (status: ThreadStatus): 'good' | Attention =>
  isFree(status) ? 'good' : status.attention;
