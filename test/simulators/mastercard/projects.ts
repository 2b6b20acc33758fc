import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { hexFrom } from '../cds/chance.ts';

/** A signing key as a broker holds it, and the half that Mastercard knows. */
export interface SigningKeys {
  /** PKCS#8. */
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
  readonly publicKey: KeyObject;
  /** The private key as the secret of an account that signs: a bare key, neither password nor certificate. */
  readonly secret: string;
}

/** A Mastercard Developers project: consumer key and signing key belong together. */
export interface MastercardProject extends SigningKeys {
  readonly consumerKey: string;
  /** Whose subscriptions and notifications the consumer key reads. */
  readonly subscriberId: string;
  /** False: signed well and not let in by the service. May be changed. */
  isAllowed: boolean;
}

export interface NewProject {
  /** A made-up one where absent. */
  readonly consumerKey?: string;
  /** Those that all simulators of this process share where absent. */
  readonly keys?: SigningKeys;
  /** A subscriber of its own where absent. */
  readonly subscriberId?: string;
  /** True where absent. */
  readonly isAllowed?: boolean;
}

export function madeUpProject(random: () => number, project: NewProject = {}): MastercardProject {
  return {
    ...(project.keys ?? sharedSigningKeys()),
    consumerKey: project.consumerKey ?? `${hexFrom(random, 48)}!${hexFrom(random, 32)}${'0'.repeat(16)}`,
    subscriberId: project.subscriberId ?? hexFrom(random, 32).toUpperCase(),
    isAllowed: project.isAllowed ?? true,
  };
}

/** An RSA key of 2048 bits, new at every call. */
export function newSigningKeys(): SigningKeys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const key = Buffer.from(privateKeyPem).toString('base64');
  return {
    privateKeyPem,
    secret: JSON.stringify({ key, password: null, certificate: null }),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    publicKey,
  };
}

let shared: SigningKeys | null = null;

/** One key for this process: making one takes a good part of a second. */
function sharedSigningKeys(): SigningKeys {
  shared ??= newSigningKeys();
  return shared;
}
