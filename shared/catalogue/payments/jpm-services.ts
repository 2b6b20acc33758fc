import { act, info, watch, type PaymentEvent } from './payment-event.ts';

const ASK = 'Ask J.P. Morgan for the reason and what they need.';
const RUN_AGAIN = 'Run the report again in Commerce Center.';
const SUSPENDED = 'Speak to J.P. Morgan at once: payments are not taken meanwhile.';
const TAX = 'Pass it to whoever looks after tax, before the date below.';

/** Onboarding, standing, reports, tax and the service itself: sub-types by family, lower case without `Notification`. */
export const jpmServices: Readonly<Record<string, Readonly<Record<string, PaymentEvent>>>> = {
  merchantstatus: {
    merchantonboardinginprogress: info(
      'Merchant being set up',
      'updated',
      'A merchant account is being set up.',
    ),
    merchantonboardingcompleted: info('Merchant set up', 'approved', 'A merchant account is ready.'),
    merchantonboardingdeclined: act('Merchant refused', 'declined', 'A merchant account was refused.', ASK),
    merchantonboardingdeclinedwithcreditpull: act(
      'Merchant refused after a credit check',
      'declined',
      'A merchant account was refused after a credit check.',
      ASK,
    ),
    merchantsuspendedautoblock: act(
      'Merchant suspended',
      'held',
      'The merchant account was blocked automatically.',
      SUSPENDED,
    ),
    merchantsuspendedwithfundhold: act(
      'Merchant suspended, funds held',
      'held',
      'The merchant account is suspended and its money is held.',
      SUSPENDED,
    ),
    merchantsuspendedwithoutfundhold: act(
      'Merchant suspended',
      'held',
      'The merchant account is suspended. Its money is not held.',
      SUSPENDED,
    ),
    merchantaccountclosed: act(
      'Merchant account closed',
      'cancelled',
      'The merchant account was closed.',
      ASK,
    ),
    mopactivationcompleted: info('Way to pay switched on', 'approved', 'Payers can use another way to pay.'),
    mopactivationdeclined: watch(
      'Way to pay refused',
      'declined',
      'Another way to pay was not switched on.',
      ASK,
    ),
    merchantaccountpendingforclosure: act(
      'Merchant account about to close',
      'held',
      'The merchant account is to be closed.',
      ASK,
    ),
    merchantreactivationinprogress: info(
      'Merchant being reactivated',
      'updated',
      'A suspended merchant account is being opened again.',
    ),
    merchantreactivationcompleted: info(
      'Merchant reactivated',
      'released',
      'The merchant account takes payments again.',
    ),
    merchantreactivationdeclined: act(
      'Merchant not reactivated',
      'declined',
      'The merchant account stays suspended.',
      ASK,
    ),
    merchantperfplatupgrade: info(
      'Merchant moved to a new platform',
      'updated',
      'The merchant account was upgraded.',
    ),
  },
  entityonboarding: {
    entityscreening: info('Company being checked', 'updated', 'A company is being checked.'),
    entityonboarding: info('Company being set up', 'updated', 'The set-up of a company moved on.'),
    entityonboardingv2: info('Company being set up', 'updated', 'The set-up of a company moved on.'),
    entityonboardingnew: info('Company set-up started', 'updated', 'The set-up of a company began.'),
    entityonboardingreviewinprogress: info(
      'Company under review',
      'updated',
      'The papers of a company are being read.',
    ),
    entityonboardinginformationrequested: act(
      'More information wanted',
      'query',
      'The set-up of a company waits for information from you.',
      'Send what is asked for.',
    ),
    entityonboardingapproved: info('Company approved', 'approved', 'A company was approved.'),
    entityonboardingdeclined: act('Company refused', 'declined', 'A company was refused.', ASK),
  },
  entityonboardingevent: {
    entitynetworkregistrationexception: watch(
      'Not registered with a card network',
      'failed',
      'A card network did not take the registration of a company.',
      ASK,
    ),
  },
  productonboarding: {
    onboardingstatus: watch(
      'Product set-up changed',
      'updated',
      'The set-up of a product changed.',
      'Read its state below.',
    ),
  },
  reportstatus: {
    dailycompleted: info('Daily report ready', 'updated', 'A daily report is ready.'),
    weeklycompleted: info('Weekly report ready', 'updated', 'A weekly report is ready.'),
    monthlycompleted: info('Monthly report ready', 'updated', 'A monthly report is ready.'),
    adhocruncompleted: info('Report ready', 'updated', 'A report that was asked for is ready.'),
    icplusstatementcompleted: info(
      'Fee statement ready',
      'updated',
      'A statement of interchange fees is ready.',
    ),
    dailyerrored: watch('Daily report failed', 'failed', 'A daily report could not be made.', RUN_AGAIN),
    weeklyerrored: watch('Weekly report failed', 'failed', 'A weekly report could not be made.', RUN_AGAIN),
    monthlyerrored: watch(
      'Monthly report failed',
      'failed',
      'A monthly report could not be made.',
      RUN_AGAIN,
    ),
    adhocrunerrored: watch(
      'Report failed',
      'failed',
      'A report that was asked for could not be made.',
      RUN_AGAIN,
    ),
  },
  document: {
    documentgenerated: info('Document ready', 'updated', 'A document was made.'),
    documentfailed: watch('Document failed', 'failed', 'A document could not be made.', 'Ask for it again.'),
  },
  tax: {
    backupwithholdingpending: act(
      'Tax will be withheld',
      'tax',
      'Part of your payouts will be withheld for tax.',
      TAX,
    ),
    backupwithholdingpendingtwo: act(
      'Tax will be withheld, second notice',
      'tax',
      'Part of your payouts will be withheld for tax.',
      TAX,
    ),
    backupwithholdingprevented: info('Tax will not be withheld', 'tax', 'The withholding was averted.'),
    backupwithholdingpreventedtwo: info('Tax will not be withheld', 'tax', 'The withholding was averted.'),
    backupwithholdingstarted: act(
      'Tax is being withheld',
      'tax',
      'Part of your payouts is now withheld for tax.',
      TAX,
    ),
    backupwithholdingstartedtwo: act(
      'Tax is being withheld, second notice',
      'tax',
      'Part of your payouts is now withheld for tax.',
      TAX,
    ),
    backupwithholdingstopped: info('Tax no longer withheld', 'tax', 'Payouts are made in full again.'),
    backupwithholdingstoppedtwo: info('Tax no longer withheld', 'tax', 'Payouts are made in full again.'),
  },
  canadiankyc: {
    upliftinitiated: watch(
      'Identity papers wanted',
      'query',
      'Your company’s details must be brought up to date.',
      ASK,
    ),
    upliftreminder: act(
      'Identity papers still wanted',
      'query',
      'Your company’s details are still not up to date.',
      ASK,
    ),
    terminaldeactivation: act(
      'Terminal switched off',
      'held',
      'A payment terminal was switched off.',
      SUSPENDED,
    ),
    paymenthold: act('Payments held', 'held', 'Payments to you are held.', ASK),
  },
  orbitaloperations: {
    bulkfilestatus: info('Bulk file processed', 'updated', 'A file of many requests was processed.'),
  },
  ecommerceserviceupdate: {
    wixonboardingcomplete: info('Web shop connected', 'registered', 'A web shop is connected.'),
  },
  commercecenteruseraccess: {
    firsttimeregistration: info('User invited', 'registered', 'Somebody was invited to Commerce Center.'),
  },
  system: {
    messagealert: watch(
      'Message from J.P. Morgan',
      'unknown',
      'J.P. Morgan sent a service message.',
      'Read it below.',
    ),
  },
  subscriptionverification: {
    webhookverification: info('Webhook checked', 'updated', 'A web address for notifications was checked.'),
  },
};
