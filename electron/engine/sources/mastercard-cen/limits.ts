import { createHash } from 'node:crypto';
import type { MastercardAccount } from '../../../../shared/accounts/account.ts';
import type { LimitRule } from '../../polling/limit-rule.ts';
import type { CallKind } from '../source.ts';
import { mastercardBaseUrl } from './urls.ts';

/** Mastercard publishes no limit: lists are read as seldom as HMRC asks for, a page is a call. Milliseconds. */
const LIST_SPACING_MS = 10_000;
const CALL_SPACING_MS = 1_000;

/** The limits of one call, the strictest first. Keys are safe to store and to show. */
export function mastercardLimits(account: MastercardAccount, kind: CallKind): readonly LimitRule[] {
  const { host } = new URL(mastercardBaseUrl(account.environment));
  const who = `${host}:${fingerprint(account.consumerKey)}`;
  const spacingMs = Math.max(CALL_SPACING_MS, Math.ceil(1000 / (account.callsPerSecond ?? 1)));
  const all: LimitRule = { key: `mastercard:calls:${who}`, spacingMs };
  // Subscriptions, which are asked for as `message`, are a list as well and take the same slot.
  const isList = kind === 'list' || kind === 'message';
  return isList
    ? [{ key: `mastercard:list:${who}`, spacingMs: Math.max(LIST_SPACING_MS, spacingMs) }, all]
    : [all];
}

/** Tells consumer keys apart and says no more of them. */
export const fingerprint = (consumerKey: string): string =>
  createHash('sha256').update(`quayside consumer key\n${consumerKey}`).digest('hex').slice(0, 16);
