import { z } from 'zod';
import { accountSchema } from './accounts/account.ts';
import { networkSettingsSchema } from './network/network-settings.ts';
import { quietMinutesSchema } from './quiet.ts';
import { retentionDaysSchema } from './retention.ts';

/** What a person may set, checked on every read and on every write. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** How long an acknowledgement can be undone before it leaves for the source. */
  holdBackSeconds: z.number().int().min(0).max(300).default(10),
  alerts: z.boolean().default(true),
  csvBom: z.boolean().default(true),
  csvFormulaGuard: z.boolean().default(true),
  closeToTray: z.boolean().default(true),
  quietMinutes: quietMinutesSchema.prefault({}),
  retentionDays: retentionDaysSchema.prefault({}),
  /** Whether the list shows one line a thread or one a notification. */
  listBy: z.enum(['notification', 'thread']).default('notification'),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const windowStateSchema = z.strictObject({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(640).max(20_000).default(1280),
  height: z.number().int().min(400).max(20_000).default(820),
  maximised: z.boolean().default(false),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export const settingsSchema = z.strictObject({
  accounts: z.array(accountSchema).max(200).default([]),
  preferences: preferencesSchema.prefault({}),
  network: networkSettingsSchema.prefault({}),
  window: windowStateSchema.prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;
