import { digits } from '../../mastercard/events/cards.ts';
import {
  cardNumber,
  dayAfter,
  decimalAmount,
  eventOf,
  instant,
  reference,
  uuid,
  type EventFactory,
} from './event-factory.ts';

const accountOverdrawn: EventFactory = (random, at, details) =>
  eventOf(
    'accountUpdateNotification',
    'AccountOverdrawn',
    {
      content: {
        clientId: digits(random, 10),
        id: uuid(random),
        state: 'OPEN',
        overdraftStatus: {
          effectiveDate: dayAfter(at, -1),
          ledgerBalance: `-${decimalAmount(random)}`,
          daysOverdrawn: 2,
        },
      },
    },
    details,
  );

/** With a full bank account number. */
const recipientUpdated: EventFactory = (random, at, details) =>
  eventOf(
    'accountUpdateNotification',
    'RecipientUpdated',
    {
      content: {
        id: uuid(random),
        clientId: digits(random, 10),
        type: 'RECIPIENT',
        account: {
          number: digits(random, 12),
          type: 'CHECKING',
          routingInformations: [
            { routingCodeType: 'USABA', routingNumber: '021000021', transactionType: 'ACH' },
          ],
        },
        updatedAt: instant(at),
        description: 'The bank gave a new number',
      },
    },
    details,
  );

/** With a full card number, a name and an address. */
const transactionFailed: EventFactory = (random, at, details) =>
  eventOf(
    'transactionUpdateNotification',
    'TransactionFailed',
    {
      content: {
        id: uuid(random),
        transactionReferenceId: reference(random, 'TRX'),
        clientId: digits(random, 10),
        type: 'CARD_PUSH',
        status: 'FAILED',
        amount: decimalAmount(random),
        currency: 'USD',
        paymentDate: dayAfter(at, 0),
        creditor: {
          type: 'RECIPIENT',
          partyDetails: {
            type: 'INDIVIDUAL',
            name: 'Maud Tern',
            address: { streetName: 'Rope Walk', buildingNumber: '9', city: 'Fowey', postalCode: 'PL23 1AA' },
            contacts: { emailAddress: 'maud.tern@post.example', phoneNumber: '+447700900142' },
          },
          account: { type: 'CARD', card: { name: 'M TERN', number: cardNumber(random), expiryDate: '0929' } },
        },
        error: {
          title: 'It could not be paid out',
          traceId: uuid(random),
          contexts: [
            { code: '10407', message: 'The card takes no payments', field: 'creditor.account.card' },
          ],
        },
      },
    },
    details,
  );

const transactionCompleted: EventFactory = (random, at, details) =>
  eventOf(
    'transactionUpdateNotification',
    'TransactionCompleted',
    {
      content: {
        id: uuid(random),
        transactionReferenceId: reference(random, 'TRX'),
        clientId: digits(random, 10),
        type: 'TRANSFER',
        status: 'COMPLETED',
        amount: decimalAmount(random),
        currency: 'USD',
        debtorName: 'Lantern Quay Chandlery',
        debtorAccountNumber: digits(random, 12),
        effectiveDate: dayAfter(at, 0),
      },
    },
    details,
  );

/** With the name, e-mail and telephone of a consumer. */
const consentRevoked: EventFactory = (random, at, details) =>
  eventOf(
    'accountInformationServiceNotification',
    'ConsentRevoked',
    {
      content: {
        consentId: uuid(random),
        referenceId: reference(random, 'CNS'),
        consentType: 'ACCOUNT_CHECK',
        externalUserId: digits(random, 8),
        externalUserProfile: {
          firstName: 'Maud',
          lastName: 'Tern',
          email: { isPrimary: true, emailAddressType: 'PERSONAL', emailAddress: 'maud.tern@post.example' },
          phone: { phoneNumber: '+447700900142', phoneNumberType: 'MOBILE' },
        },
        status: 'REVOKED_BY_USER',
        lastUpdatedAt: instant(at),
        country: 'GB',
        consentLinkType: 'INSTANT',
      },
    },
    details,
  );

const consentLinkExpired: EventFactory = (random, _at, details) =>
  eventOf(
    'accountInformationServiceNotification',
    'ConsentLinkExpired',
    {
      content: {
        consentLinkId: uuid(random),
        consentId: uuid(random),
        referenceId: reference(random, 'CNS'),
      },
    },
    details,
  );

export const accountEvents = {
  accountOverdrawn,
  recipientUpdated,
  transactionFailed,
  transactionCompleted,
  consentRevoked,
  consentLinkExpired,
} as const;
