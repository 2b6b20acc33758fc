import { z } from 'zod';

export const SOURCE_NAMES = ['hmrc-ppns', 'hmrc-cds'] as const;
export const sourceNameSchema = z.enum(SOURCE_NAMES);
export type SourceName = z.infer<typeof sourceNameSchema>;
