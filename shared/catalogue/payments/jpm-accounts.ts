import { act, info, watch, type PaymentEvent } from './payment-event.ts';

const LINK_AGAIN = 'Ask the account holder to give consent again.';
const WAS_IT_YOU = 'If it was none of your people, change the password and tell J.P. Morgan.';

/** Accounts, cards on file, consents and sign-ins: sub-types by family, lower case without `Notification`. */
export const jpmAccounts: Readonly<Record<string, Readonly<Record<string, PaymentEvent>>>> = {
  accountupdate: {
    accountcreated: info('Account opened', 'registered', 'An account was opened.'),
    accountclosed: watch(
      'Account closed',
      'cancelled',
      'An account was closed.',
      'Check that it was meant to be.',
    ),
    accountoverdrawn: act(
      'Account overdrawn',
      'failed',
      'The account has less than nothing in it.',
      'Pay money in, and check what took it below zero.',
    ),
    recipientaccountvalidation: info(
      'Recipient’s account checked',
      'updated',
      'A recipient’s bank account was checked.',
    ),
    recipientupdated: info('Recipient changed', 'updated', 'Details of a recipient changed.'),
    accountlinksuccess: info('Bank account linked', 'approved', 'A bank account was linked.'),
    accountlinkexception: watch(
      'Bank account not linked',
      'failed',
      'A bank account could not be linked.',
      'Read the reason below and link it again.',
    ),
    accountupdaterstatus: info(
      'Card details refreshed',
      'updated',
      'The check for newer card details has a result.',
    ),
    microdepositinitiated: info('Test deposit started', 'updated', 'A small test deposit is on its way.'),
    microdepositsent: info('Test deposit sent', 'updated', 'A small test deposit was sent.'),
    microdepositverificationfailed: watch(
      'Test deposit not confirmed',
      'failed',
      'The bank account could not be confirmed with the test deposit.',
      'Start the check again, or use another account.',
    ),
    microdepositverified: info('Test deposit confirmed', 'approved', 'The bank account is confirmed.'),
    microdepositreadytovalidate: watch(
      'Test deposit waits for you',
      'query',
      'The test deposit has arrived and its amount must be confirmed.',
      'Look up the deposit and confirm its amount.',
    ),
    accountupdated: info('Account changed', 'updated', 'Details of an account changed.'),
    restrictionadded: watch(
      'Account restricted',
      'held',
      'A restriction was put on an account.',
      'Ask J.P. Morgan what it stops and how to lift it.',
    ),
    restrictionremoved: info('Restriction lifted', 'released', 'A restriction was taken off an account.'),
    restrictionfailed: watch(
      'Restriction not changed',
      'failed',
      'A restriction of an account could not be put on or taken off.',
      'Read the error below and ask for it again.',
    ),
    accountfailed: watch(
      'Account request failed',
      'failed',
      'An account could not be opened or changed as asked.',
      'Read the error below and ask for it again.',
    ),
  },
  directdebitaccount: {
    directdebitaccountupdatesuccess: info(
      'Direct debit account changed',
      'updated',
      'The account for direct debits was changed.',
    ),
    directdebitaccountupdatefailure: act(
      'Direct debit account not changed',
      'failed',
      'The account for direct debits could not be changed.',
      'Check the bank details and change it again.',
    ),
    directdebitaccountupdatepending: info(
      'Direct debit account being changed',
      'updated',
      'The change of account is not done yet.',
    ),
  },
  tokenlifecycle: {
    carddetailsupdate: info('Card details changed', 'updated', 'Details of a card on file changed.'),
    tokenstatechange: watch(
      'Card on file changed state',
      'updated',
      'A card on file was suspended, resumed or switched off.',
      'Read its state below, and whether payments are due from it.',
    ),
    tokenprovisionupdate: info(
      'Card put on file',
      'updated',
      'The result of putting a card on file has come.',
    ),
    bulktokenupdate: info('Cards on file changed', 'updated', 'Many cards on file changed at once.'),
  },
  consumeraccountupdate: {
    infoupdatesuccess: info('Customer’s details changed', 'updated', 'A customer changed details.'),
    infoupdatefailure: watch(
      'Customer’s details not changed',
      'failed',
      'A change of a customer’s details did not work.',
      'Ask the customer to try again.',
    ),
    cardupdatesuccess: info('Customer’s card changed', 'updated', 'A customer’s card was changed.'),
    accountclosedbyconsumersuccess: watch(
      'Customer closed the account',
      'cancelled',
      'A customer closed the account.',
      'Stop payments that are planned from it.',
    ),
    accountclosedsuccess: info('Customer’s account closed', 'cancelled', 'A customer’s account was closed.'),
    profilefreeze: watch(
      'Customer’s profile frozen',
      'held',
      'A customer’s profile is frozen: payments from it do not work.',
      'Find out why before the next payment is due.',
    ),
    profileunfreeze: info('Customer’s profile unfrozen', 'released', 'A customer’s profile works again.'),
  },
  consumerprofile: {
    created: info('Customer profile created', 'registered', 'A customer profile was created.'),
    consumerprofilecreated: info('Customer profile created', 'registered', 'A customer profile was created.'),
    paymentmethodcreated: info('Way to pay added', 'registered', 'A customer added a way to pay.'),
    paymentmethoddeleted: info('Way to pay removed', 'cancelled', 'A customer’s way to pay was removed.'),
    bulkconsumerprofileupdate: info(
      'Customer profiles changed',
      'updated',
      'Many customer profiles changed at once.',
    ),
  },
  authenticationupdate: {
    authenticationcomplete: info(
      'Payer’s identity check finished',
      'updated',
      'The check of a payer’s identity has a result.',
    ),
  },
  accountinformationservice: {
    consentlinkinitiated: info('Consent asked for', 'updated', 'An account holder was asked for consent.'),
    consentlinkopened: info('Consent request opened', 'updated', 'The account holder opened the request.'),
    consentlinksuccessful: info(
      'Consent request answered',
      'approved',
      'The account holder followed the request.',
    ),
    consentlinkcancelled: watch(
      'Consent request cancelled',
      'cancelled',
      'The request was cancelled.',
      LINK_AGAIN,
    ),
    consentlinkexpired: watch('Consent request expired', 'cancelled', 'Nobody answered in time.', LINK_AGAIN),
    consentlinkabandoned: watch(
      'Consent request abandoned',
      'cancelled',
      'The request was left half way.',
      LINK_AGAIN,
    ),
    consentlinkpending: info('Consent request pending', 'updated', 'The request waits for an answer.'),
    consentlinkfailed: watch('Consent request failed', 'failed', 'The request did not work.', LINK_AGAIN),
    consentsuccessful: info('Consent given', 'approved', 'The account holder gave consent.'),
    consentfailed: watch('Consent failed', 'failed', 'Consent could not be recorded.', LINK_AGAIN),
    consentrevoked: watch(
      'Consent withdrawn',
      'cancelled',
      'The account holder withdrew consent.',
      LINK_AGAIN,
    ),
    consentfixsuccessful: info(
      'Consent renewed',
      'approved',
      'A consent that had stopped working works again.',
    ),
    consentfixfailed: watch(
      'Consent not renewed',
      'failed',
      'A consent that stopped working could not be renewed.',
      LINK_AGAIN,
    ),
    consentpending: info('Consent pending', 'updated', 'Consent is not given yet.'),
    consentreadytovalidate: info('Consent ready to check', 'updated', 'A consent is ready to be checked.'),
  },
  enrollmentupdate: {
    enrollmentsuccess: info('Customer enrolled', 'registered', 'A customer enrolled.'),
    enrollmentpaymentmethodadded: info(
      'Customer enrolled with a way to pay',
      'registered',
      'A customer enrolled and can pay.',
    ),
    enrollmentnopaymentmethodadded: watch(
      'Customer enrolled without a way to pay',
      'registered',
      'A customer enrolled and cannot pay yet.',
      'Ask the customer to add a way to pay.',
    ),
  },
  securityalert: {
    loginlocked: watch('Sign-in locked', 'held', 'A sign-in was locked after failed attempts.', WAS_IT_YOU),
    passwordreset: watch('Password reset', 'updated', 'A password was reset.', WAS_IT_YOU),
    loginfailed: watch('Sign-in failed', 'failed', 'Somebody could not sign in.', WAS_IT_YOU),
  },
  passcodeupdate: {
    passcodeupdatesuccess: info('Passcode changed', 'updated', 'A passcode was changed.'),
    passcodeenabledbyuser: info('Passcode switched on', 'updated', 'A person switched a passcode on.'),
    passcodeenabledbysystem: info('Passcode switched on', 'updated', 'The system switched a passcode on.'),
  },
};
