import { z } from 'zod';

export const SOURCE_NAMES = ['hmrc-ppns', 'hmrc-cds', 'mastercard-cen', 'jpm-notifications'] as const;
export const sourceNameSchema = z.enum(SOURCE_NAMES);
export type SourceName = z.infer<typeof sourceNameSchema>;
