import type { Account, SignedInAccount } from '../../shared/accounts/account.ts';
import { openKeyMaterial } from './keys/open-key.ts';
import type { AccountNotice } from './sources/source.ts';

/** When the certificate of the account's key runs out, ISO 8601; null without key or certificate, or where nobody knows. */
export function certificateEnd(account: Account | SignedInAccount): string | null {
  if (!('signingKey' in account)) return null;
  if (account.keyInfo !== undefined) return account.keyInfo.expiresAt;
  // Of a key named in an accounts file nothing was noted down: it is asked itself.
  const opened = 'secret' in account ? openKeyMaterial(account.secret, null) : null;
  return opened?.ok === true ? opened.value.info.expiresAt : null;
}

/** What a person must know of a certificate that runs out at `end`; `now` in epoch milliseconds. */
export function certificateNotices(end: string | null, now: number): AccountNotice[] {
  if (end === null) return [];
  const leftMs = Date.parse(end) - now;
  const day = end.slice(0, 10);
  if (leftMs <= 0)
    return [{ title: `The certificate of the signing key ran out on ${day}`, nextStep: RENEW }];
  if (leftMs > WARN_DAYS * DAY_MS) return [];
  const days = Math.floor(leftMs / DAY_MS);
  const left = days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
  const title = `The certificate of the signing key runs out ${left}, on ${day}`;
  return [{ title, nextStep: RENEW }];
}

const DAY_MS = 86_400_000;
/** Long enough for a new certificate to be made, and registered where the source asks for it. */
const WARN_DAYS = 30;

const RENEW =
  'Make a new key in the developer portal of the source, register it there, and choose its file in the account.';
