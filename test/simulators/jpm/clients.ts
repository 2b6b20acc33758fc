import { X509Certificate } from 'node:crypto';
import { hexFrom, uuidFrom } from '../cds/chance.ts';
import { digits } from '../mastercard/events/cards.ts';
import type { EntityType } from './contract.ts';
import { sharedJpmCredentials, thumbprintOf, type JpmCredentials } from './credentials.ts';

/** Whom a client may ask about. */
export interface JpmEntity {
  /** 8 to 12 digits; may begin with 0. */
  readonly id: string;
  readonly type: EntityType;
}

/** A client as it was registered at onboarding. */
export interface JpmClient extends JpmCredentials {
  readonly clientId: string;
  readonly resource: string;
  readonly entity: JpmEntity;
  /** All that it may read, `entity` among them; may be added to. */
  readonly entities: JpmEntity[];
  /** Every certificate that is registered for it, by thumbprint; may be added to, as at a renewal. */
  readonly certificates: Map<string, X509Certificate>;
}

export interface NewJpmClient {
  readonly clientId?: string;
  readonly resource?: string;
  /** Those that all simulators of this process share where absent. */
  readonly credentials?: JpmCredentials;
  /** A made-up merchant where absent. */
  readonly entity?: JpmEntity;
  readonly moreEntities?: readonly JpmEntity[];
}

export function madeUpClient(random: () => number, client: NewJpmClient = {}): JpmClient {
  const credentials = client.credentials ?? sharedJpmCredentials();
  const entity = client.entity ?? { id: `0${digits(random, 11)}`, type: 'MERCHANT' };
  const { certificatePem } = credentials;
  return {
    ...credentials,
    clientId: client.clientId ?? `CC-${uuidFrom(random)}`,
    resource: client.resource ?? `JPMC:URI:RS-${hexFrom(random, 6).toUpperCase()}-PAYMENTS-PROD`,
    entity,
    entities: [entity, ...(client.moreEntities ?? [])],
    certificates: new Map([[thumbprintOf(certificatePem), new X509Certificate(certificatePem)]]),
  };
}
