import { createHash } from 'node:crypto';
import type { Environment } from '../../../../shared/accounts/environment.ts';
import type { LimitRule } from '../../polling/limit-rule.ts';
import type { CallKind } from '../source.ts';
import { hmrcBaseUrl } from './urls.ts';

/** HMRC: "no more than once every 10 seconds" for a list endpoint, in milliseconds. */
const LIST_SPACING_MS = 10_000;
/** HMRC: calls a second for one application, whatever it calls and from wherever. */
const CALLS_PER_SECOND = 3;

export interface HmrcApplication {
  readonly clientId: string;
  readonly environment: Environment;
  readonly callsPerSecond?: number | undefined;
}

/**
 * The limits of one call, the strictest first. `listEndpoint` names what the 10 s are for: one endpoint for
 * one client id, or a part of it (a box) where the account says so. Keys are safe to store and to show.
 */
export function hmrcLimits(
  application: HmrcApplication,
  kind: CallKind,
  listEndpoint: string,
): readonly LimitRule[] {
  const { host } = new URL(hmrcBaseUrl(application.environment));
  const who = `${host}:${fingerprint(application.clientId)}`;
  const rate = application.callsPerSecond ?? CALLS_PER_SECOND;
  const all: LimitRule = { key: `hmrc:application:${who}`, spacingMs: Math.ceil(1000 / rate) };
  if (kind !== 'list') return [all];
  return [{ key: `hmrc:list:${listEndpoint}:${who}`, spacingMs: LIST_SPACING_MS }, all];
}

/** A client id is half of a credential: what is written down tells clients apart and says no more. */
const fingerprint = (clientId: string): string =>
  createHash('sha256').update(`quayside client id\n${clientId}`).digest('hex').slice(0, 16);
