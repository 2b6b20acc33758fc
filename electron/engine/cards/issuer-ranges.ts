/**
 * Whether digits begin as the cards of a known scheme do and have a length that it issues (ISO/IEC 7812; the ranges as the
 * schemes publish them). Of identifiers and amounts it tells what may be a card from what cannot be.
 */
export const hasIssuer = (digits: string): boolean => ISSUERS.some((issuer) => issuer.test(digits));

/** Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Mir, RuPay, Troy; Maestro and its kin. */
const ISSUERS: readonly RegExp[] = [
  /^4(\d{12}|\d{15}|\d{18})$/,
  /^(5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^(6011|64[4-9]\d|65\d\d)\d{12,15}$/,
  /^(30[0-59]|3[689]\d)\d{11,16}$/,
  /^35(2[89]|[3-8]\d)\d{12,15}$/,
  /^(62|8[12])\d{14,17}$/,
  /^220[0-4]\d{12,15}$/,
  /^9792\d{12}$/,
  /^(50|5[6-9]|6\d)\d{10,17}$/,
];
