import type { Attention, Outcome } from '../../../../shared/notification.ts';

/** One type of message in plain English. */
export interface MessageType {
  readonly title: string;
  readonly meaning: string;
  readonly nextStep: string | null;
  readonly attention: Attention;
  readonly outcome: Outcome;
}

const type = (
  attention: Attention,
  outcome: Outcome,
  title: string,
  meaning: string,
  nextStep: string | null = null,
): MessageType => ({ title, meaning, nextStep, attention, outcome });

/** What New Computerised Transit System offices send to traders, by the number of the message. */
export const CTC_TYPES: Readonly<Record<string, MessageType>> = {
  '004': type(
    'info',
    'amended',
    'Amendment accepted',
    'The office of departure took your amendment of the transit declaration.',
  ),
  '009': type(
    'watch',
    'unknown',
    'Decision on cancelling the transit declaration',
    'The office of departure decided whether the declaration is cancelled.',
    'Open the message to see the decision.',
  ),
  '019': type(
    'watch',
    'query',
    'Discrepancies at destination',
    'The office of destination found that what arrived differs from what was declared, so the movement is not closed yet.',
    'Compare with your own papers and be ready for questions from the office of departure.',
  ),
  '022': type(
    'act',
    'query',
    'Amendment of the declaration wanted',
    'The office of departure asks for the declaration to be amended before it goes on.',
    'Send the amendment.',
  ),
  '023': type(
    'act',
    'query',
    'Guarantor told of a movement that was not closed',
    'The guarantor is told that a movement under the guarantee has not been closed.',
    'Find proof that the movement ended, and tell the guarantor.',
  ),
  '025': type(
    'info',
    'released',
    'Goods released at destination',
    'The office of destination released the goods from transit.',
  ),
  '028': type(
    'info',
    'accepted',
    'Transit declaration accepted: MRN allocated',
    'The declaration was accepted and has its MRN.',
  ),
  '029': type(
    'info',
    'released',
    'Released for transit',
    'The goods may leave the office of departure under transit.',
    'Print the transit accompanying document and let the goods go.',
  ),
  '035': type(
    'act',
    'tax',
    'Recovery of duties begun',
    'Customs claims the duties of this movement because it was not closed properly.',
    'Answer the claim, with proof of arrival if there is any.',
  ),
  '037': type(
    'info',
    'unknown',
    'Answer about a guarantee',
    'This is the answer to a question about a guarantee.',
  ),
  '043': type(
    'watch',
    'request-granted',
    'Unloading permitted',
    'The office of destination allows the goods to be unloaded.',
    'Unload, then send your unloading remarks.',
  ),
  '045': type('info', 'cleared', 'Movement closed', 'The movement has ended and its guarantee is set free.'),
  '051': type(
    'act',
    'held',
    'Not released for transit',
    'The office of departure does not let the goods go into transit.',
    'Read the reason in the message and speak to the office of departure. The goods stay where they are.',
  ),
  '055': type(
    'act',
    'held',
    'Guarantee not valid',
    'The guarantee of the declaration cannot be used, so the goods are not released.',
    'Check guarantee reference, access code and amount, and send an amendment.',
  ),
  '056': type(
    'act',
    'rejected',
    'Rejected by the office of departure',
    'The office of departure refused the message that you sent.',
    'Correct what the errors name and send it again.',
  ),
  '057': type(
    'act',
    'rejected',
    'Rejected by the office of destination',
    'The office of destination refused the message that you sent.',
    'Correct what the errors name and send it again.',
  ),
  '060': type(
    'act',
    'control',
    'Control decided',
    'The office of departure will check the goods or their documents before it releases them.',
    'Keep the goods where they are and have the documents ready.',
  ),
  '140': type(
    'act',
    'query',
    'Where is this movement?',
    'The office of departure has no proof that the goods arrived and asks you for it.',
    'Answer before the date in the message, with proof of arrival.',
  ),
  '182': type(
    'watch',
    'unknown',
    'Incident on the way',
    'An incident during transit was reported and passed on to you.',
    'See what happened and whether the arrival is delayed.',
  ),
  '224': type(
    'info',
    'registered',
    'Guarantee voucher registered',
    'An individual guarantee voucher was registered as sold.',
  ),
  '906': type(
    'act',
    'rejected',
    'Message refused: errors in its content',
    'A message that you sent was refused before any office dealt with it.',
    'Correct what the errors name and send it again.',
  ),
  '917': type(
    'act',
    'rejected',
    'Message refused: not valid XML',
    'A message that you sent could not be read.',
    'Report it to whoever makes the software that sent it, then send the message again.',
  ),
  '928': type(
    'info',
    'registered',
    'Declaration received',
    'The office of departure has the declaration and will deal with it.',
  ),
};
