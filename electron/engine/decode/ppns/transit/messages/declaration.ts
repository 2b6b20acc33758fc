import { functionalError } from '../errors/functional-error.ts';
import { dateWords, detail } from '../details/details.ts';
import { says, type TransitReader } from './transit-reading.ts';

/** IE928: customs have the declaration. */
export const received: TransitReader = () =>
  says(
    'info',
    'registered',
    'Transit declaration received',
    'The office of departure has the declaration. It is neither accepted nor released yet, and has no MRN.',
    'Wait for the acceptance (IE028). If it was pre-lodged, send the presentation notification (IE170) when the goods are there.',
  );

/** IE028: accepted, and the MRN given. */
export const accepted: TransitReader = (body) => ({
  ...says(
    'info',
    'accepted',
    'Transit declaration accepted: MRN allocated',
    'The declaration is accepted and has its MRN. The goods are not released yet.',
    'Wait for the release (IE029). Until then the declaration can be amended or cancelled.',
  ),
  details: detail('Accepted on', body?.text('TransitOperation', 'declarationAcceptanceDate') ?? null),
});

/** IE004: what was sent as an amendment stands. */
export const amended: TransitReader = (body) => ({
  ...says(
    'info',
    'amended',
    'Amendment accepted',
    'The office of departure took your amendment of the transit declaration.',
    'A pre-lodged declaration still needs its presentation notification (IE170).',
  ),
  details: [
    ...detail(
      'Amendment sent',
      dateWords(body?.text('TransitOperation', 'amendmentSubmissionDateAndTime') ?? null),
    ),
    ...detail(
      'Amendment accepted',
      dateWords(body?.text('TransitOperation', 'amendmentAcceptanceDateAndTime') ?? null),
    ),
  ],
});

/** IE022: customs want the declaration amended. */
export const amendmentRequested: TransitReader = (body) => ({
  ...says(
    'act',
    'query',
    'Amendment of the declaration requested',
    'The office of departure asks for the declaration to be amended. Without an amendment it does not go on.',
    'Send an amendment (IE013).',
  ),
  errors: body === null ? [] : body.children('FunctionalError').map(functionalError),
  details: detail(
    'Asked for',
    dateWords(body?.text('TransitOperation', 'amendmentNotificationDateAndTime') ?? null),
  ),
});
