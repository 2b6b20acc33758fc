import { functionalError } from '../errors/functional-error.ts';
import { xmlError } from '../errors/xml-error.ts';
import { says, type TransitReader } from './transit-reading.ts';

/** IE906: errors in the content, found before any office dealt with it. */
export const functionalErrors: TransitReader = (body) => ({
  ...says(
    'act',
    'rejected',
    'Message refused: errors in its content',
    'A message that you sent broke rules or came out of order, and was not processed.',
    (body?.child('FunctionalError') ?? null) === null
      ? 'See what was sent last, and ask whoever makes the software that sent it.'
      : 'Correct the errors below and send it again.',
  ),
  errors: body === null ? [] : body.children('FunctionalError').map(functionalError),
});

/** IE917: what was sent is not the XML that the schema asks for. */
export const xmlErrors: TransitReader = (body) => ({
  ...says(
    'act',
    'rejected',
    'Message refused: not valid XML',
    'A message that you sent could not be read as XML, and was not processed.',
    'Report it to whoever makes the software that sent it, then send the message again.',
  ),
  errors:
    body === null ? [] : [...body.children('XMLError'), ...body.children('FunctionalError')].map(xmlError),
});
