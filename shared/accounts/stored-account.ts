import type { Account } from './account.ts';

/** The account with its secret kept by the app: what the settings hold of it. */
export function storedAccount(account: Account): Account {
  const stored = { stored: true } as const;
  if ('clientSecret' in account) return { ...account, clientSecret: stored };
  const kept: Account = { ...account, signingKey: stored };
  // A certificate is kept with the key it belongs to.
  if ('certificate' in kept) delete kept.certificate;
  return kept;
}
