import type { SignedInAccount } from '../../shared/accounts/account.ts';

const account: SignedInAccount = {
  ...{ id: 'cds', name: 'CDS', source: 'hmrc-cds', environment: 'sandbox' },
  ...{ clientId: 'c', clientSecret: { stored: true }, secret: 's' },
  addedAt: '2026-11-22T08:00:00.000Z',
};

/** The account, and until when nothing has followed on its registration of 9:00. */
export const REMINDED = {
  account,
  registeredAt: Date.parse('2026-11-22T09:00:00.000Z'),
  silentUntil: Date.parse('2026-11-22T11:00:00.000Z'),
} as const;
