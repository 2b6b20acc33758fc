import { z } from 'zod';
import { networkSettingsSchema } from './network-settings.ts';

/** What an office sets for every person on a computer. What it sets, no person changes in the app. */
export const policyFileSchema = z.strictObject({ network: networkSettingsSchema.optional() });
