import type { Account } from '../../../shared/accounts/account.ts';
import type { SourceName } from '../../../shared/accounts/source-name.ts';
import { cdsSource } from './hmrc-cds/cds-source.ts';
import { ppnsSource } from './hmrc-ppns/ppns-source.ts';
import { jpmSource } from './jpm-notifications/jpm-source.ts';
import { mastercardSource } from './mastercard-cen/mastercard-source.ts';
import type { Source } from './source.ts';

/** Sources by name, for callers that do not care which one is which. */
export type Sources = Readonly<Record<SourceName, Source>>;

/** Every source there is, by name: the one list. */
export const sources: Sources = {
  'hmrc-ppns': ppnsSource,
  'hmrc-cds': cdsSource,
  'mastercard-cen': mastercardSource,
  'jpm-notifications': jpmSource,
} satisfies { readonly [N in SourceName]: Source<Extract<Account, { source: N }>> };

export const sourceNamed = (name: SourceName): Source => sources[name];
