import type { QuietRule } from '../quiet.ts';

/** What a person reads about a silence. */
export interface QuietWords {
  /** Without figures, for a line of the list. */
  readonly label: string;
  /**
   * `No answer 15 min after arrival`. `minutes` is how long it has been quiet; for `documents` how long is left until
   * the limit, negative once it has passed.
   */
  readonly title: (minutes: number) => string;
  readonly meaning: string;
  readonly nextStep: string;
}

export const quietWords: Readonly<Record<QuietRule, QuietWords>> = {
  registration: {
    label: 'No answer after registration',
    title: (minutes) => `No answer ${span(minutes)} after registration`,
    meaning: 'CDS has registered the declaration and has neither accepted nor rejected it.',
    nextStep: 'If the goods have arrived, see to it that their arrival is reported; else nothing is due yet.',
  },
  arrival: {
    label: 'No answer after arrival',
    title: (minutes) => `No answer ${span(minutes)} after arrival`,
    meaning:
      'CDS has registered a further message, usually the arrival, and has neither accepted nor rejected.',
    nextStep: 'Check the arrival in the port’s or shed’s inventory system, then ask HMRC’s CDS support.',
  },
  clearance: {
    label: 'Not cleared yet',
    title: (minutes) => `Not cleared ${span(minutes)} after acceptance`,
    meaning: 'The declaration was accepted, and no clearance, hold or request has come since.',
    nextStep: 'Look the declaration up in CDS, then ask the clearance hub what it waits for.',
  },
  'final-tax': {
    label: 'No final tax calculation yet',
    title: (minutes) => `No final tax calculation after ${span(minutes)}`,
    meaning: 'Duty and tax were calculated, but not finally.',
    nextStep: 'Check the deferment account, cash account or guarantee that the declaration names.',
  },
  exit: {
    label: 'Not reported as having left',
    title: (minutes) => `No exit reported ${span(minutes)} after clearance`,
    meaning: 'The export is cleared, and nobody has reported that the goods have left.',
    nextStep: 'Ask the carrier or the port for the departure; without an exit the VAT evidence is missing.',
  },
  documents: {
    label: 'Documents due',
    title: (minutes) =>
      minutes < 0
        ? `The limit for documents passed ${span(-minutes)} ago`
        : `Documents due within ${span(minutes)}`,
    meaning: 'Customs has asked for documents, and nothing shows that they have been settled.',
    nextStep: 'Upload what is wanted, or ask customs for more time.',
  },
};

const HOUR = 60;
const DAY = 24 * HOUR;

/** `15 min`, `4 h`, `7 days`: whole, and in the largest unit that still says enough. */
function span(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 2 * HOUR) return `${whole} min`;
  if (whole <= 2 * DAY) return `${Math.round(whole / HOUR)} h`;
  return `${Math.round(whole / DAY)} days`;
}
