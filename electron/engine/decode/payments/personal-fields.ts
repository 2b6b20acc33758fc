/**
 * Whether a member's name says that what it holds is about a person, a device or a secret: such a member, with all
 * that is in it, stays out of titles, details, search and alerts, and is seen only in the payload itself. Judged by
 * name because payloads are open sets; names of merchants, cities of shops and references of payments are no such.
 */
export const isPersonalField = (name: string): boolean => PERSONAL.test(name) || WHOLE_NAMES.test(name);

const PERSONAL = new RegExp(
  [
    'account_?holder|card_?holder_?name|first_?name|last_?name|middle_?name|full_?name|surname|given_?name|nick_?name',
    'individual|party_?name|recipient_?name|payer|debtor_?name|creditor_?name|consumer_?(name|identifier|external)|customer_?name|contact|owner_?name',
    'e_?mail|phone|msisdn|mobile|fax|address|street|postal|post_?code|zip|birth|gender|nationality',
    'social_?security|national_?id|passport|licen[cs]e_?number|tax_?id|tax_?payer|iban|account_?hash|id_?hash',
    'source_?ip|ip_?address|latitude|longitude|(?<!al)location|device|imei|serial_?number|browser|user_?agent',
    'app_?instance|secure_?element|tokenized_?meta|authentication_?value|cryptogram|cvv|cvc|pin_?block|expiry|expiration',
    'url|uri$|uri_?text|callback|secret|credential|api_?key|signature|memo',
  ].join('|'),
  'i',
);

/** Short names that would be found inside harmless ones. */
const WHOLE_NAMES = /^(ip|dob|ssn|pin|password|passcode|user|user_?id|user_?name|login|geo|line_?[1-4])$/i;
