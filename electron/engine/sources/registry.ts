import type { Account, SignedInAccount } from '../../../shared/accounts/account.ts';
import type { SourceName } from '../../../shared/accounts/source-name.ts';
import { cdsSource } from './hmrc-cds/cds-source.ts';
import { ppnsSource } from './hmrc-ppns/ppns-source.ts';
import type { Session, Source } from './source.ts';

/** Every source there is, by name: the one list. */
export const sources = {
  'hmrc-ppns': ppnsSource,
  'hmrc-cds': cdsSource,
} satisfies { readonly [N in SourceName]: Source<Extract<Account, { source: N }>> };

/** The source of that name, for callers that do not care which one it is. */
export function sourceNamed(name: SourceName): Source {
  return sources[name];
}

/** A session for an account with its secret in the clear. */
export function openSession(account: SignedInAccount): Session {
  return sourceNamed(account.source).open(account);
}
