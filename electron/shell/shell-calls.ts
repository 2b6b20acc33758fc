import type { AccountView, BridgeEvent, ShellState } from '../../shared/bridge.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok } from '../../shared/result.ts';
import type { Preferences } from '../../shared/settings.ts';
import type { AccountDesk } from './accounts.ts';
import type { ShellCalls } from './call-answer.ts';
import type { Exports } from './exports.ts';
import { checkLink } from './links.ts';
import type { NetworkDesk } from './network-desk.ts';
import type { Printing } from './printing.ts';
import type { Secrets } from './secrets.ts';
import type { SettingsDesk } from './settings.ts';

export interface ShellCallsOptions {
  readonly settings: SettingsDesk;
  readonly secrets: Secrets;
  readonly accounts: AccountDesk;
  readonly network: NetworkDesk;
  readonly exports: Exports;
  readonly printing: Printing;
  readonly shellState: () => ShellState;
  readonly onPreferences: (preferences: Preferences, earlier: Preferences) => void;
  readonly tellWindow: (event: BridgeEvent) => void;
  /** The path of a file; null where the person cancelled. */
  readonly askForCertificates: () => Promise<string | null>;
  readonly copyText: (text: string) => Promise<void>;
  /** Rejects where the system has nothing to open it with. */
  readonly openExternal: (url: string) => Promise<void>;
}

/** What the shell itself answers to the window. */
export function createShellCalls(options: ShellCallsOptions): ShellCalls {
  const { settings, secrets, accounts, exports, printing } = options;
  return {
    shellState: async () => ok(options.shellState()),
    preferences: async () => ok(settings.current().preferences),
    setPreferences: async (preferences) => {
      const earlier = settings.current().preferences;
      const written = settings.update((current) => ({ ...current, preferences }));
      if (!written.ok) return written;
      options.onPreferences(written.value.preferences, earlier);
      options.tellWindow({ event: 'preferences' });
      return ok(written.value.preferences);
    },
    network: async () => ok(await options.network.view()),
    setNetwork: async (draft) => {
      const saved = await options.network.save(draft);
      if (!saved.ok) return saved;
      const configured = await accounts.configure();
      options.tellWindow({ event: 'preferences' });
      // What is saved stays saved while the engine restarts: it is configured anew when it is back.
      return configured.ok || configured.failure.reason === 'engine-stopped' ? ok(null) : configured;
    },
    chooseCertificates: async () => ok(await options.askForCertificates()),
    accounts: async () => ok([...(await accounts.list())] satisfies AccountView[]),
    testAccount: (draft) => accounts.test(draft),
    saveAccount: (draft) => accounts.save(draft),
    pauseAccount: ({ id, paused }) => accounts.pause(id, paused),
    removeAccount: ({ id, keepHistory }) => accounts.remove(id, keepHistory),
    allowSessionSecrets: async () => {
      const backend = secrets.allowSession();
      options.tellWindow({ event: 'shell' });
      return ok(backend);
    },
    exportFile: (request) => exports.start(request),
    showFile: async ({ job }) => exports.showFile(job),
    printDeclaration: ({ name }) => printing.start(name),
    copyText: async ({ text }) => {
      await options.copyText(text);
      return ok(null);
    },
    openLink: async ({ url }) => {
      const link = checkLink(url);
      if (!link.ok) return link;
      try {
        await options.openExternal(link.value);
        return ok(null);
      } catch {
        return failed(failure('not-supported', { detail: 'this computer has no program for web addresses' }));
      }
    },
  };
}
