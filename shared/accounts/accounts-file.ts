import { z } from 'zod';
import { networkSettingsSchema } from '../network/network-settings.ts';
import { accountSchema } from './account.ts';

/** The accounts file of the command and the `accounts` member of the app's settings. */
export const accountsFileSchema = z.strictObject({
  accounts: z
    .array(accountSchema)
    .max(200)
    .superRefine((accounts, context) => {
      const seen = new Set<string>();
      accounts.forEach((account, index) => {
        if (seen.has(account.id)) {
          context.addIssue({ code: 'custom', path: [index, 'id'], message: `"${account.id}" is used twice` });
        }
        seen.add(account.id);
      });
    }),
  network: networkSettingsSchema.optional(),
});
export type AccountsFile = z.infer<typeof accountsFileSchema>;
