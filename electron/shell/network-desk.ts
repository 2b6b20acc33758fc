import type { NetworkDraft, NetworkView } from '../../shared/bridge.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NetworkSettings, OpenedNetwork } from '../../shared/network/network-settings.ts';
import { failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Secrets } from './secrets.ts';
import type { SettingsDesk } from './settings.ts';

export interface NetworkDeskOptions {
  readonly settings: SettingsDesk;
  readonly secrets: Secrets;
  /** From an accounts file given at start, in place of the settings; null where none was given. */
  readonly fixed: OpenedNetwork | null;
}

/** How calls get out of the network, as a person sets it; the proxy's password is kept as a secret. */
export interface NetworkDesk {
  readonly view: () => Promise<NetworkView>;
  /** For the engine: with the password in the clear. */
  readonly opened: () => Promise<OpenedNetwork>;
  readonly save: (draft: NetworkDraft) => Promise<Result<null, Failure>>;
}

/** No account can have this id. */
const SECRET_ID = 'network:proxy';

export function createNetworkDesk({ settings, secrets, fixed }: NetworkDeskOptions): NetworkDesk {
  const current = (): NetworkSettings => settings.current().network;

  async function opened(): Promise<OpenedNetwork> {
    if (fixed !== null) return fixed;
    const { proxy, ...rest } = current();
    if (proxy === undefined || typeof proxy === 'string')
      return { ...rest, ...(proxy === undefined ? {} : { proxy }) };
    const { password: isKept, name, ...address } = proxy;
    if (isKept === undefined)
      return { ...rest, proxy: { ...address, ...(name === undefined ? {} : { name }), password: null } };
    const password = await secrets.read(SECRET_ID);
    // Without its password the name stays here too: a proxy counts each refused sign-in, and locks at some.
    if (!password.ok || name === undefined) return { ...rest, proxy: { ...address, password: null } };
    return { ...rest, proxy: { ...address, name, password: password.value } };
  }

  async function save({ network, password }: NetworkDraft): Promise<Result<null, Failure>> {
    if (fixed !== null) {
      const detail = 'the network comes from the file given at start: edit that file';
      return failed(failure('not-supported', { detail }));
    }
    if (password !== null) {
      const kept = await secrets.keep(SECRET_ID, password);
      if (!kept.ok) return kept;
    }
    const written = settings.update((all) => ({ ...all, network }));
    if (!written.ok) return written;
    const { proxy } = network;
    const needsNone = proxy === undefined || typeof proxy === 'string' || proxy.password === undefined;
    return needsNone ? secrets.forget(SECRET_ID) : ok(null);
  }

  return {
    view: async () => ({
      network: fixed === null ? current() : withoutPassword(fixed),
      password: await secrets.stateOf(SECRET_ID),
      isFixed: fixed !== null,
    }),
    opened,
    save,
  };
}

function withoutPassword({ proxy, ...rest }: OpenedNetwork): NetworkSettings {
  if (proxy === undefined) return rest;
  if (typeof proxy === 'string') return { ...rest, proxy };
  const { password, ...address } = proxy;
  return { ...rest, proxy: { ...address, ...(password === null ? {} : { password: { stored: true } }) } };
}
