import { z } from 'zod';
import { accountSchema } from './accounts/account.ts';
import { damagedFileSchema } from './damaged-file.ts';
import {
  answerOf,
  exportProgressSchema,
  exportRequestSchema,
  windowCalls,
  type CallAnswer,
  type CallParams,
  type WindowCallName,
} from './engine-api.ts';
import { failureSchema } from './failure.ts';
import { networkSettingsSchema } from './network/network-settings.ts';
import { instantSchema } from './notification.ts';
import { preferencesSchema } from './settings.ts';

/** Where the secrets are kept on this machine. */
export const secretBackendSchema = z.object({
  /** `keychain` protects; `session` forgets at quit; `none` means that a person must choose first. */
  protection: z.enum(['keychain', 'session', 'none']),
  /** The platform's own name for it, such as `gnome_libsecret`, `dpapi`. */
  backend: z.string(),
});
export type SecretBackend = z.infer<typeof secretBackendSchema>;

/** An account as the window may see it: whether a secret is held, never the secret. */
export const accountViewSchema = z.object({
  account: accountSchema,
  secret: z.enum(['held', 'session-only', 'missing', 'unreadable']),
});
export type AccountView = z.infer<typeof accountViewSchema>;

export const accountDraftSchema = z.strictObject({
  account: accountSchema,
  /** The client secret, or the JSON text of a `KeyMaterial`; null keeps the secret that is already held. */
  secret: z.string().min(1).max(200_000).nullable(),
});
export type AccountDraft = z.infer<typeof accountDraftSchema>;

/** The network as a person has set it: whether a password is held, never the password. */
export const networkViewSchema = z.object({
  network: networkSettingsSchema,
  password: accountViewSchema.shape.secret,
  /** True where it came from a file given at start and cannot be edited here. */
  isFixed: z.boolean(),
});
export type NetworkView = z.infer<typeof networkViewSchema>;

export const networkDraftSchema = z.strictObject({
  network: networkSettingsSchema,
  /** The proxy's password; null keeps the one that is already held. */
  password: z.string().min(1).max(4000).nullable(),
});
export type NetworkDraft = z.infer<typeof networkDraftSchema>;

export const shellStateSchema = z.object({
  version: z.string(),
  platform: z.string(),
  /** `silent` where it does not answer; `restarting` after a crash; `refused` with the reason where the store cannot be opened. */
  engine: z.enum(['starting', 'running', 'silent', 'restarting', 'refused']),
  /** The last word from an engine that is silent. */
  silentSince: instantSchema.nullable(),
  refusal: failureSchema.nullable(),
  dataDirectory: z.string(),
  secrets: secretBackendSchema,
  /** Files of the shell's own that could not be used since the app started. */
  damaged: z.array(damagedFileSchema),
  /** True where accounts came from a file given at start and cannot be edited here. */
  accountsAreFixed: z.boolean(),
  /** True where simulated accounts are shown. */
  demo: z.boolean(),
});
export type ShellState = z.infer<typeof shellStateSchema>;

/** What the window may ask of the shell itself. */
export const shellWindowCalls = {
  shellState: { params: z.null(), answer: answerOf(shellStateSchema) },
  preferences: { params: z.null(), answer: answerOf(preferencesSchema) },
  setPreferences: { params: preferencesSchema, answer: answerOf(preferencesSchema) },
  network: { params: z.null(), answer: answerOf(networkViewSchema) },
  setNetwork: { params: networkDraftSchema, answer: answerOf(z.null()) },
  /** Asks for a file of certificates; its path, null where the person cancelled. */
  chooseCertificates: { params: z.null(), answer: answerOf(z.string().nullable()) },
  accounts: { params: z.null(), answer: answerOf(z.array(accountViewSchema)) },
  testAccount: { params: accountDraftSchema, answer: answerOf(z.object({ sentence: z.string() })) },
  saveAccount: { params: accountDraftSchema, answer: answerOf(z.null()) },
  pauseAccount: {
    params: z.strictObject({ id: z.string().max(64), paused: z.boolean() }),
    answer: answerOf(z.null()),
  },
  removeAccount: {
    params: z.strictObject({ id: z.string().max(64), keepHistory: z.boolean() }),
    answer: answerOf(z.null()),
  },
  /** A person's answer to "there is no keychain": keep secrets until quit only. */
  allowSessionSecrets: { params: z.null(), answer: answerOf(secretBackendSchema) },
  /** Asks where to save, then exports; `null` where the person cancelled. */
  exportFile: { params: exportRequestSchema, answer: answerOf(z.object({ job: z.string() }).nullable()) },
  showFile: { params: z.strictObject({ job: z.string().max(64) }), answer: answerOf(z.null()) },
  /** Asks where to save, then prints the declaration that the window shows to a PDF; null where the person cancelled. */
  printDeclaration: {
    params: z.strictObject({ name: z.string().max(100) }),
    answer: answerOf(z.object({ path: z.string() }).nullable()),
  },
  copyText: { params: z.strictObject({ text: z.string().max(1_000_000) }), answer: answerOf(z.null()) },
  openLink: { params: z.strictObject({ url: z.url().max(2000) }), answer: answerOf(z.null()) },
} as const;

export const bridgeCalls = { ...windowCalls, ...shellWindowCalls } as const;
export type BridgeCallName = keyof typeof bridgeCalls;
export type ShellWindowCallName = keyof typeof shellWindowCalls;
export type BridgeParams<N extends BridgeCallName> = N extends WindowCallName
  ? CallParams<N>
  : N extends ShellWindowCallName
    ? z.infer<(typeof shellWindowCalls)[N]['params']>
    : never;
export type BridgeAnswer<N extends BridgeCallName> = N extends WindowCallName
  ? CallAnswer<N>
  : N extends ShellWindowCallName
    ? z.infer<(typeof shellWindowCalls)[N]['answer']>
    : never;

/** What the window is told without asking. */
export const bridgeEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('revision'), revision: z.number().int() }),
  z.object({ event: z.literal('status') }),
  z.object({ event: z.literal('shell') }),
  z.object({ event: z.literal('preferences') }),
  z.object({ event: z.literal('open'), notification: z.string() }),
  z.object({ event: z.literal('open-account'), account: z.string() }),
  z.object({ event: z.literal('export'), progress: exportProgressSchema }),
  z.object({
    event: z.literal('command'),
    command: z.enum(['search', 'export', 'settings', 'accounts', 'keys']),
  }),
]);
export type BridgeEvent = z.infer<typeof bridgeEventSchema>;

/** `window.quayside`: one function a call, and one subscription that returns its own end. */
export type Bridge = {
  readonly [N in BridgeCallName]: (params: BridgeParams<N>) => Promise<BridgeAnswer<N>>;
} & {
  readonly onEvent: (listener: (event: BridgeEvent) => void) => () => void;
};
