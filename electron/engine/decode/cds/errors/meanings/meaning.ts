/** What an error code means, and what to do about it: one line each, in our words. */
export type Meaning = readonly [meaning: string, nextStep: string];

/**
 * Meanings by code. Codes: HMRC's list of CDS error codes as of March 2026 (Open Government Licence v3.0) and
 * conf/code-lists/dmsErrorCodes.json in hmrc/customs-declare-exports-frontend at 4d58275 (Apache-2.0). Only
 * the codes and what they stand for come from there; the wording is ours.
 */
export type Meanings = Readonly<Record<string, Meaning>>;
