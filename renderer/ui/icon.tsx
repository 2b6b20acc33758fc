import type { ReactElement } from 'react';
import type { Outcome } from '../../shared/notification.ts';

/** Line drawings on a 16 by 16 grid. Decoration: the word is always beside them. */
const shapes = {
  alert: 'M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.6v.2',
  inbox: 'M2 9h3l1.5 2h3L11 9h3M2 9l2-6h8l2 6v4H2z',
  list: 'M2 4h12M2 8h12M2 12h12',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  rejected: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM5.5 5.5l5 5m0-5l-5 5',
  document: 'M4 2h6l3 3v9H4zM10 2v3h3M6.5 8.5h4M6.5 11h4',
  card: 'M3.5 4h9A1.5 1.5 0 0 1 14 5.5V11a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11V5.5A1.5 1.5 0 0 1 3.5 4zM2 7h12',
  clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.5V8l2.5 1.5',
  info: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM8 7.2v3.6M8 5.2v.2',
  question:
    'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM6.3 6.4c0-1 .8-1.7 1.7-1.7s1.7.7 1.7 1.6c0 1.2-1.7 1.4-1.7 2.7M8 11v.2',
  cancelled: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM4 12L12 4',
  amended: 'M10.5 2.5l3 3L6 13H3v-3zM9 4l3 3',
  exited: 'M9 3H3v10h6M6.5 8h7m-2.5-2.5L13.5 8 11 10.5',
  account: 'M5.5 11a3 3 0 1 1 2.8-4H14v3h-2v1.5h-2V10H8.2A3 3 0 0 1 5.5 11zM5.3 8h.2',
  settings:
    'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M3.6 12.4L5 11M11 5l1.4-1.4',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.3 10.3L14 14',
  down: 'M4 6.5L8 10.5l4-4',
  up: 'M4 9.5L8 5.5l4 4',
  back: 'M9.5 4L5.5 8l4 4',
  close: 'M4 4l8 8m0-8l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  gap: 'M1.5 8h4M10.5 8h4M5.5 4.5v7M10.5 4.5v7',
  returned: 'M6 4L2.5 7.5 6 11M2.5 7.5H10a3.5 3.5 0 0 1 0 5.5H8',
  again: 'M13.5 8A5.5 5.5 0 1 1 11.8 4M12 1.5V4.3H9.2',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}

/** The drawing for what became of a declaration or a payment. */
export const outcomeIcons = {
  accepted: 'info',
  rejected: 'rejected',
  cancelled: 'cancelled',
  cleared: 'check',
  control: 'alert',
  'documents-required': 'document',
  query: 'question',
  held: 'alert',
  released: 'check',
  tax: 'card',
  amended: 'amended',
  'request-granted': 'check',
  'request-denied': 'rejected',
  exited: 'exited',
  registered: 'info',
  approved: 'check',
  declined: 'rejected',
  settled: 'card',
  returned: 'returned',
  disputed: 'question',
  failed: 'alert',
  updated: 'info',
  unknown: 'info',
} as const satisfies Record<Outcome, IconName>;
