import type { Preferences } from '../../shared/settings.ts';

/** The schema's own defaults, without its schema: zod stays out of the first screen. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  density: 'comfortable',
  holdBackSeconds: 10,
  alerts: true,
  csvBom: true,
  csvFormulaGuard: true,
  closeToTray: true,
  quietMinutes: {
    registration: 60,
    arrival: 15,
    clearance: 240,
    'final-tax': 240,
    exit: 10_080,
    documents: 1440,
  },
  retentionDays: { 'hmrc-ppns': 30, 'hmrc-cds': 14, 'mastercard-cen': 7, 'jpm-notifications': null },
  listBy: 'notification',
};
