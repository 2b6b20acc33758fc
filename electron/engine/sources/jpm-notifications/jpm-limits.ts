import { createHash } from 'node:crypto';
import type { JpmAccount } from '../../../../shared/accounts/account.ts';
import type { LimitRule } from '../../polling/limit-rule.ts';
import type { CallKind } from '../source.ts';
import { jpmBaseUrl } from './jpm-urls.ts';

/** J.P. Morgan publishes no limit and says that it sets none: these are ours, in milliseconds. */
const SWEEP_SPACING_MS = 10_000;
const CALL_SPACING_MS = 1_000;

/**
 * The limits of one call, the strictest first: rounds of one client for one entity begin 10 s apart, and the calls
 * inside them, those for tokens too, 1 s. An account may ask for slower calls, never for faster ones. Keys are safe
 * to store and to show.
 */
export function jpmLimits(account: JpmAccount, kind: CallKind): readonly LimitRule[] {
  const { host } = new URL(jpmBaseUrl(account.environment));
  const who = `${host}:${fingerprint(`${account.clientId}\n${account.entityId}`)}`;
  const spacingMs = Math.max(CALL_SPACING_MS, Math.ceil(1000 / (account.callsPerSecond ?? 1)));
  const call: LimitRule = { key: `jpm:call:${who}`, spacingMs };
  return kind === 'list' ? [{ key: `jpm:sweep:${who}`, spacingMs: SWEEP_SPACING_MS }, call] : [call];
}

/** Whose notifications an account reads, and where: tells them apart and says no more. Not how often it may ask. */
export const whoOf = (account: JpmAccount): string =>
  fingerprint(
    [jpmBaseUrl(account.environment), account.clientId, account.entityType, account.entityId].join('\n'),
  );

/** What is written down tells clients apart and says no more. */
const fingerprint = (text: string): string =>
  createHash('sha256').update(`quayside jpm client\n${text}`).digest('hex').slice(0, 16);
