import type { BridgeCallName } from './bridge.ts';

/**
 * Names alone, free of schemas, so that the preload script stays a few lines. The compiler fails when a call of
 * the bridge is missing here or one too many is named.
 */
const callNames = {
  status: true,
  page: true,
  facets: true,
  notification: true,
  thread: true,
  payload: true,
  acknowledge: true,
  undo: true,
  retryAcknowledgements: true,
  networkState: true,
  checkKey: true,
  dismissGap: true,
  refresh: true,
  pollNow: true,
  cancelExport: true,
  shellState: true,
  preferences: true,
  setPreferences: true,
  network: true,
  setNetwork: true,
  chooseCertificates: true,
  accounts: true,
  testAccount: true,
  saveAccount: true,
  pauseAccount: true,
  removeAccount: true,
  allowSessionSecrets: true,
  exportFile: true,
  showFile: true,
  printDeclaration: true,
  copyText: true,
  openLink: true,
} satisfies Record<BridgeCallName, true>;

export const BRIDGE_CALL_NAMES = Object.keys(callNames) as readonly BridgeCallName[];

export const CALL_CHANNEL_PREFIX = 'quayside:call:';
export const EVENT_CHANNEL = 'quayside:event';
