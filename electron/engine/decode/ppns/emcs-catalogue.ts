import type { MessageType } from './ctc-catalogue.ts';

const OPEN_IT = 'Open the movement in EMCS.';

const type = (
  attention: MessageType['attention'],
  outcome: MessageType['outcome'],
  title: string,
  meaning: string,
  nextStep: string | null = OPEN_IT,
): MessageType => ({ title, meaning, nextStep, attention, outcome });

/** What the Excise Movement and Control System sends to traders, by the number of the message. */
export const EMCS_TYPES: Readonly<Record<string, MessageType>> = {
  '704': type(
    'act',
    'rejected',
    'Excise message refused',
    'A message that you sent was refused.',
    'Open the movement to see the errors, correct them and send it again.',
  ),
  '801': type(
    'info',
    'accepted',
    'Excise movement accepted',
    'The administrative document was checked and the movement has its ARC.',
    null,
  ),
  '802': type(
    'watch',
    'query',
    'Reminder',
    'Something about this movement is overdue, such as its report of receipt.',
  ),
  '803': type(
    'watch',
    'amended',
    'Movement diverted or split',
    'The movement was sent to another destination, or was split.',
  ),
  '807': type(
    'act',
    'held',
    'Movement interrupted',
    'Officials stopped this movement for good.',
    'Speak to the excise office named in the message.',
  ),
  '810': type(
    'watch',
    'cancelled',
    'Movement cancelled',
    'The consignor cancelled the movement before it left.',
  ),
  '813': type(
    'watch',
    'amended',
    'Destination changed',
    'The movement goes to another destination than before.',
  ),
  '818': type(
    'watch',
    'exited',
    'Report of receipt or export',
    'The end of the movement was reported: goods accepted, accepted in part, or refused.',
    'Open the movement to see whether all was accepted.',
  ),
  '819': type(
    'act',
    'rejected',
    'Alert or rejection of a movement',
    'The consignee raised an alert about this movement, or rejected it.',
    'Open the movement to see why, then change its destination or cancel it.',
  ),
  '829': type(
    'info',
    'accepted',
    'Export accepted',
    'Customs accepted the export declaration of this movement.',
    null,
  ),
  '837': type(
    'info',
    'registered',
    'Delay explained',
    'Somebody explained why a message about this movement is late.',
    null,
  ),
  '839': type(
    'act',
    'rejected',
    'Rejected by customs',
    'Customs refused the export or import declaration that this movement belongs to.',
    'Correct the declaration, or change the destination of the movement or cancel it.',
  ),
  '840': type('watch', 'unknown', 'Event on the way', 'An event during the movement was reported.'),
  '871': type(
    'watch',
    'query',
    'Shortage or excess explained',
    'Somebody explained why less or more arrived than was sent.',
  ),
  '881': type(
    'watch',
    'cleared',
    'Movement closed by hand',
    'Officials closed the movement without the usual messages.',
  ),
  '905': type(
    'info',
    'unknown',
    'Status of the movement',
    'This is the answer to a question about the movement’s status.',
    null,
  ),
};
