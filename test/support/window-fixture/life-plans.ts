import type { QuietRule } from '../../../shared/quiet.ts';
import type { DmsMessage, TaxLine } from '../../simulators/cds/messages.ts';

/** A declaration as the list below has it: its messages with how many minutes ago each was issued. */
export interface LifePlan {
  readonly trade: 'import' | 'export';
  readonly steps: readonly (readonly [
    minutesAgo: number,
    code: string,
    more?: Partial<DmsMessage> & { cut?: true },
  ])[];
  readonly quiet?: readonly (readonly [rule: QuietRule, minutesAgo: number])[];
  readonly wrongDigit?: true;
}

const tax = (item: number, type: string, base: string, rate: string, amount: string): TaxLine => ({
  ...{ item, type, base, rate, amount },
});

const TAXES: readonly TaxLine[] = [
  tax(1, 'A00', '12400.00', '10.00', '1240.00'),
  tax(1, 'B00', '13640.00', '20.00', '2728.00'),
  tax(2, 'A00', '880.50', '3.70', '32.58'),
  tax(2, 'A30', '880.50', '48.50', '427.04'),
  tax(2, 'B00', '1340.12', '20.00', '268.02'),
];

const ERRORS: NonNullable<DmsMessage['errors']> = [
  { code: 'CDS12056', pointer: '42A/67A/68A[1]/70A[1]/166' },
  { code: 'CDS12005', pointer: '42A/67A/68A[2]/23A/21A[1]/145' },
  { code: 'CDS10001', pointer: '42A/67A/68A[2]/02A[2]/D005' },
  { code: 'CDS40045', pointer: '42A/67A/68A[3]/02A[1]/360' },
];

const HOUR = 60;
const DAY = 24 * HOUR;

/** Every state of a declaration that has a look of its own. */
export const LIFE_PLANS = {
  rejected: { trade: 'import', steps: [[14, '03', { errors: ERRORS }]] },
  'under-control': {
    trade: 'import',
    steps: [
      [52, '01'],
      [52, '13/67', { taxes: TAXES }],
      [50, '05'],
    ],
  },
  'documents-wanted': {
    trade: 'import',
    steps: [
      [3 * HOUR, '01'],
      [3 * HOUR, '13/67', { taxes: TAXES }],
      [2 * HOUR, '06', { limitAt: 4 * HOUR + 29 }],
    ],
  },
  query: {
    trade: 'export',
    steps: [
      [5 * HOUR, '02', { version: null }],
      [4 * HOUR, '01'],
      [40, '51'],
    ],
  },
  'held-by-defra': {
    trade: 'import',
    steps: [
      [90, '01'],
      [90, '13/67', { taxes: TAXES }],
      [
        30,
        '50',
        {
          errors: [{ code: 'CDS50000', pointer: '42A/67A/68A[1]/02A[1]/D005' }],
          reason: 'Awaiting the decision of the port health authority',
        },
      ],
    ],
  },
  cleared: {
    trade: 'import',
    steps: [
      [26 * HOUR, '02', { version: null }],
      [25 * HOUR, '02', { version: null }],
      [24 * HOUR, '01'],
      [24 * HOUR, '13/67', { taxes: TAXES }],
      [23 * HOUR, '13/4', { taxes: TAXES }],
      [23 * HOUR, '09'],
    ],
  },
  'cleared-amended': {
    trade: 'import',
    steps: [
      [9 * HOUR, '01'],
      [9 * HOUR, '13/67', { taxes: TAXES }],
      [8 * HOUR, '13/4', { taxes: TAXES }],
      [8 * HOUR, '09'],
      [3 * HOUR, '02'],
      [3 * HOUR, '11/39'],
      [
        2 * HOUR,
        '07',
        {
          version: 2,
          reason: 'Procedure and location corrected after release',
          changes: ['42A/67A/68A[1]/70A[1]/166', '42A/67A/28A/64A/L016'],
        },
      ],
    ],
  },
  cancelled: {
    trade: 'import',
    steps: [
      [8 * HOUR, '02', { version: null }],
      [5 * HOUR, '02'],
      [5 * HOUR, '11/39'],
      [5 * HOUR, '03'],
    ],
  },
  lapsed: {
    trade: 'import',
    steps: [
      [30 * DAY, '02', { version: null }],
      [35, '03', { errors: [{ code: 'CDS12046' }] }],
    ],
  },
  withdrawn: {
    trade: 'export',
    steps: [
      [2 * DAY, '01'],
      [2 * DAY, '09'],
      [70, '02'],
      [69, '11/39'],
      [69, '10'],
    ],
  },
  exited: {
    trade: 'export',
    steps: [
      [2 * DAY, '02', { version: null }],
      [DAY, '01'],
      [DAY, '07', { version: 2 }],
      [DAY, '09', { version: 2 }],
      [3 * HOUR, '16/A1', { version: 2 }],
    ],
  },
  'not-exited': {
    trade: 'export',
    steps: [
      [90 * DAY, '01'],
      [90 * DAY, '09'],
      [55, '18', { limitAt: 30 * DAY }],
    ],
  },
  waiting: {
    trade: 'import',
    steps: [
      [6 * HOUR, '01'],
      [6 * HOUR, '13/67', { taxes: TAXES }],
    ],
    quiet: [
      ['clearance', 6 * HOUR],
      ['final-tax', 6 * HOUR],
    ],
  },
  'wrong-digit': {
    trade: 'import',
    wrongDigit: true,
    steps: [
      [65, '01'],
      [64, '09'],
    ],
  },
  damaged: {
    trade: 'import',
    steps: [
      [80, '01'],
      [20, '09', { cut: true }],
    ],
  },
  'payment-due': {
    trade: 'import',
    steps: [
      [45, '01'],
      [44, '13/67', { taxes: TAXES, payNow: { reference: 'XKQY004271953', amount: '4695.64' } }],
    ],
  },
  'account-short': {
    trade: 'import',
    steps: [
      [DAY, '01'],
      [DAY, '13/67', { taxes: TAXES }],
      [DAY, '14', { taxes: TAXES }],
      [25, '15', { taxes: TAXES }],
    ],
  },
  released: {
    trade: 'import',
    steps: [
      [70, '01'],
      [70, '13/67', { taxes: TAXES }],
      [60, '13/115', { taxes: TAXES }],
      [60, '08'],
    ],
  },
  advised: {
    trade: 'import',
    steps: [
      [
        12,
        '01',
        {
          errors: [
            {
              code: 'CDS13000',
              pointer: '42A/67A/68A[1]/23A/21A[1]/145',
              description: 'The value for each kilogram is lower than is usual for these goods',
            },
          ],
        },
      ],
    ],
  },
  'request-denied': {
    trade: 'import',
    steps: [
      [4 * HOUR, '01'],
      [4 * HOUR, '13/67', { taxes: TAXES }],
      [90, '02'],
      [88, '11/41', { reason: 'The goods have been selected for control' }],
    ],
  },
  long: {
    trade: 'import',
    steps: [
      [2 * DAY, '01'],
      ...Array.from({ length: 498 }, (_, index) => [2 * DAY - index * 5, index % 2 ? '07' : '02'] as const),
      [9, '05'],
    ],
  },
} as const satisfies Record<string, LifePlan>;
