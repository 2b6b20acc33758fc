import type { DmsText } from './dms-types.ts';

/** What of a DMSTAX changes what it means. */
export interface TaxContent {
  readonly statusCode: string | null;
  readonly errorCodes: readonly string[];
  readonly paymentReference: boolean;
}

/** What a DMSTAX (13) says: the stage of the calculation, whether it asks for money now, and that it names errors. */
export function taxText({ statusCode, errorCodes, paymentReference }: TaxContent): Partial<DmsText> {
  const stage = taxStages[statusCode ?? ''];
  const text = paymentReference ? paymentDue(stage) : stage === undefined ? {} : titled(stage);
  return errorCodes.length === 0 ? text : withErrors(text);
}

interface TaxStage {
  readonly word: string;
  readonly meaning: string;
}

const taxStages: Readonly<Record<string, TaxStage>> = {
  '67': {
    word: 'indicative',
    meaning: 'The first calculation of the duty and tax. It can still change.',
  },
  '115': {
    word: 'provisional',
    meaning: 'The provisional duty and tax, on which the goods can be released.',
  },
  '4': {
    word: 'final',
    meaning: 'The final duty and tax.',
  },
};

const titled = ({ word, meaning }: TaxStage): Partial<DmsText> => ({
  title: `Tax calculated, ${word}`,
  meaning,
});

/** The title says what to do; the stage tells whether the amount can still change. */
const paymentDue = (stage: TaxStage | undefined): Partial<DmsText> => ({
  title: 'Payment due now',
  meaning: [
    'CDS has calculated the duty and tax and asks for immediate payment under its own reference.',
    ...(stage === undefined ? [] : [`The calculation is ${stage.word}.`]),
  ].join(' '),
  nextStep: 'Pay the amount and quote the payment reference that the message gives.',
  attention: 'act',
});

/** HMRC does not say what an Error does to a calculation, so a person has to look. */
const withErrors = (text: Partial<DmsText>): Partial<DmsText> => ({
  ...text,
  title: `${text.title ?? 'Tax calculated'}, with errors`,
  meaning: `${text.meaning ?? 'CDS has calculated the duty and tax.'} The message names errors, which are listed.`,
  nextStep: [
    ...(text.nextStep ? [text.nextStep] : []),
    'Check what the errors name, and amend the declaration where it is wrong.',
  ].join(' '),
  attention: text.attention ?? 'watch',
});
