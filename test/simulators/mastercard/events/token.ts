import { hexFrom, uuidFrom } from '../../cds/chance.ts';
import type { MastercardEvent } from '../notification-shelf.ts';
import { digits, masked, testCard, yearAndMonth, type TestCard } from './cards.ts';

/** A virtual card on somebody's telephone. */
export interface CardToken {
  readonly token: TestCard;
  readonly virtualCard: TestCard;
  readonly realCard: TestCard;
  readonly requestorId: string;
  readonly correlationId: string;
  /** When it was made, epoch milliseconds. */
  readonly createdAt: number;
}

export const madeUpToken = (random: () => number, createdAt: number): CardToken => ({
  token: testCard(random, createdAt),
  virtualCard: testCard(random, createdAt),
  realCard: testCard(random, createdAt),
  requestorId: digits(random, 11),
  correlationId: hexFrom(random, 14),
  createdAt,
});

export interface LifecycleFacts {
  readonly eventType?: 'CREATED' | 'UPDATED' | 'DELETED';
  readonly status?: 'INACTIVE' | 'ACTIVE' | 'SUSPENDED' | 'DEACTIVATED';
  readonly masks?: boolean;
}

/** TOKEN_LIFECYCLE_EVENT at `at`, epoch milliseconds. */
export function tokenLifecycle(
  random: () => number,
  token: CardToken,
  at: number,
  { eventType = 'UPDATED', status = 'ACTIVE', masks = true }: LifecycleFacts = {},
): MastercardEvent {
  return {
    subject: 'TOKEN_LIFECYCLE_EVENT',
    idempotencyKey: idempotencyKey(random),
    content: {
      ...tokenMembers(random, token, at, masks),
      eventType,
      status,
      reasonCode: eventType === 'DELETED' ? 'DELETED_FROM_CONSUMER_APP' : 'STATUS_UPDATE',
      suspensionReasons: status === 'SUSPENDED' ? ['CARDHOLDER'] : [],
      requestedBy: status === 'SUSPENDED' ? 'CARDHOLDER' : 'SYSTEM',
    },
  };
}

export interface ProvisioningFacts {
  readonly eventType?: 'APPROVED' | 'REQUIRE_ADDITIONAL_AUTHENTICATION' | 'COMPLETED' | 'REJECTED';
  readonly masks?: boolean;
}

/** TOKEN_PROVISIONING_EVENT at `at`, epoch milliseconds. It tells of a person, who is invented. */
export function tokenProvisioning(
  random: () => number,
  token: CardToken,
  at: number,
  { eventType = 'COMPLETED', masks = true }: ProvisioningFacts = {},
): MastercardEvent {
  return {
    subject: 'TOKEN_PROVISIONING_EVENT',
    idempotencyKey: idempotencyKey(random),
    content: {
      ...tokenMembers(random, token, at, masks),
      eventType,
      reasonCode: 'QUAY',
      source: 'ACCOUNT_ADDED_MANUALLY',
      tokenizedMetaData: {
        accountHolderData: ACCOUNT_HOLDER,
        paymentAccountReference: `5001${hexFrom(random, 25).toUpperCase()}`,
        deviceInfo: DEVICE,
        accountIdHash: hexFrom(random, 32),
        activeTokenCount: '2',
        consumerFacingEntityName: 'Quayside Test Bank',
      },
      walletProviderDecisioningInfo: {
        recommendedDecision: eventType === 'REJECTED' ? 'DECLINED' : 'APPROVED',
        recommendationStandardVersion: '1.0.0',
        deviceScore: '4',
        accountScore: '4',
        phoneNumberScore: '3',
        accountLifeTime: '210',
        recommendationReasons: ['LONG_ACCOUNT_TENURE'],
      },
    },
  };
}

/** The personal data of every provisioning: what must turn up in no alert, log or index. */
export const ACCOUNT_HOLDER = {
  accountHolderName: 'Imogen Tidewell',
  accountHolderAddress: {
    line1: '7 Lantern Steps',
    line2: 'Upper Staithe',
    city: 'Whitby',
    countrySubdivision: 'NYK',
    postalCode: 'QS7 4TW',
    country: 'GBR',
  },
  sourceIp: '203.0.113.77',
  deviceLocation: '54.49/-0.61',
  consumerIdentifier: 'imogen-tidewell-4471',
  accountHolderEmailAddress: 'imogen.tidewell@example.com',
  accountHolderMobilePhoneNumber: { countryDialInCode: '44', phoneNumber: '7700900471' },
} as const;

const DEVICE = {
  deviceName: "Imogen's telephone",
  serialNumber: 'QSDEV0447190',
  formFactor: 'PHONE',
  isoDeviceType: '21',
  osName: 'ANDROID',
  osVersion: '14',
  imei: '004999010640000',
  msisdn: '447700900471',
  paymentTypes: ['NFC', 'DSRP'],
  storageTechnology: 'DEVICE_MEMORY',
  cardCaptureTechnology: 'MANUAL',
} as const;

function tokenMembers(random: () => number, token: CardToken, at: number, masks: boolean) {
  const numberOf = (card: TestCard) => (masks ? masked(random, card) : card.number);
  const created = new Date(token.createdAt).toISOString();
  return {
    tokenInfo: {
      accountNumber: numberOf(token.token),
      // A month by the specification, a whole timestamp in examples.
      expiry: `${yearAndMonth(token.token)}-28T00:00:00Z`,
      accountGuid: uuidOf(token.token),
      createdDate: created,
      activatedDate: created,
      // Fractions of a second have up to nine digits.
      lastUpdatedDate: new Date(at).toISOString().replace('Z', '730118Z'),
    },
    tokenType: 'CLOUD',
    tokenRequestorId: token.requestorId,
    correlationId: token.correlationId,
    walletInfo: { walletId: '216', paymentAppInstanceId: hexFrom(random, 24), secureElementId: 'null' },
    vcnInfo: {
      // With a blank before it, as it comes.
      accountNumber: ` ${numberOf(token.virtualCard)}`,
      expiry: yearAndMonth(token.virtualCard),
      accountGuid: uuidOf(token.virtualCard),
      ownerInfo: { issuerGuid: token.realCard.guid, corpGuid: token.virtualCard.guid },
    },
    rcnInfo: {
      accountNumber: numberOf(token.realCard),
      expiry: yearAndMonth(token.realCard),
      accountGuid: uuidOf(token.realCard),
    },
    purchaseRequest: { purchaseRequestId: 7_000_471, rcnAlias: 'Felixstowe desk', companyId: 310_552 },
  };
}

const idempotencyKey = (random: () => number): string => `0CNS${hexFrom(random, 64)}${digits(random, 10)}`;

/** The same for the same card. */
const uuidOf = ({ guid }: TestCard): string => {
  const hex = Array.from(guid.slice(4));
  return uuidFrom(() => parseInt(hex.shift() ?? '0', 16) / 16);
};
