import type { NetworkDraft, NetworkView } from '../../shared/bridge.ts';
import type { NetworkSettings } from '../../shared/network/network-settings.ts';
import { failed, ok, type Result } from '../../shared/result.ts';

/** What stands in the fields of the network, as it was typed. */
export interface NetworkValues {
  readonly kind: 'system' | 'none' | 'named';
  readonly host: string;
  readonly port: string;
  readonly secure: boolean;
  readonly name: string;
  /** Empty keeps the one that is held. */
  readonly password: string;
  /** With commas between them. */
  readonly except: string;
  readonly caFile: string;
}

export type NetworkErrors = Readonly<Partial<Record<'host' | 'port' | 'name' | 'password', string>>>;

/** The fields for what is set. */
export function networkValues({ network: { proxy = 'system', caFile = '' } }: NetworkView): NetworkValues {
  const named = typeof proxy === 'object' ? proxy : null;
  return {
    kind: typeof proxy === 'string' ? proxy : 'named',
    host: named?.host ?? '',
    port: named === null ? '' : String(named.port),
    secure: named?.secure ?? false,
    name: named?.name ?? '',
    password: '',
    except: (named?.except ?? []).join(', '),
    caFile,
  };
}

/** What the fields ask for, or what is wrong in which. */
export function networkDraft(
  values: NetworkValues,
  isPasswordHeld: boolean,
): Result<NetworkDraft, NetworkErrors> {
  const caFile = values.caFile.trim();
  const file = caFile === '' ? {} : { caFile };
  if (values.kind !== 'named') {
    return ok({ network: { ...file, proxy: values.kind }, password: null });
  }
  const errors = errorsIn(values);
  if (Object.keys(errors).length > 0) return failed(errors);
  const password = values.password === '' ? null : values.password;
  const isKept = password !== null || (isPasswordHeld && values.name.trim() !== '');
  const except = values.except.split(/[\s,]+/).filter((entry) => entry !== '');
  const proxy: NetworkSettings['proxy'] = {
    host: values.host.trim(),
    port: Number(values.port),
    ...(values.secure ? { secure: true } : {}),
    ...(values.name.trim() === '' ? {} : { name: values.name.trim() }),
    ...(isKept ? { password: { stored: true } } : {}),
    ...(except.length > 0 ? { except } : {}),
  };
  return ok({ network: { ...file, proxy }, password });
}

function errorsIn({ host, port, name, password }: NetworkValues): NetworkErrors {
  const isAddress = /^[^\s/@:]+$|^[0-9a-f:.]+$/i.test(host.trim());
  const isPort = /^\d{1,5}$/.test(port.trim()) && Number(port) >= 1 && Number(port) <= 65_535;
  return {
    ...(isAddress ? {} : { host: 'Give the name or address alone, such as proxy.office.' }),
    ...(isPort ? {} : { port: 'Give a number from 1 to 65535, such as 3128.' }),
    ...(password !== '' && name.trim() === '' ? { name: 'Give the name that goes with the password.' } : {}),
  };
}
