import { to, toBoth, toEach, type Variant } from '../side-words.ts';

/** What is told while goods are under way, by type and by what decides in it. */
export const onTheWayVariants = {
  IE801: {
    first: toEach('accepted', 'Excise movement accepted', {
      consignor: to(
        'info',
        'The movement was checked and has its ARC.',
        'The goods may leave; the ARC must travel with them.',
      ),
      consignee: to(
        'watch',
        'A consignor has sent excise goods to you. A report of receipt will be due when they arrive.',
        'Check the details, and raise an alert or reject the movement (IE819) if they are wrong. Report receipt (IE818) after arrival.',
        'Excise goods on their way to you',
      ),
    }),
    update: toEach('updated', 'New version of the excise movement', {
      consignor: to('info', 'The movement has a new version, as after a change of destination.'),
      consignee: to(
        'watch',
        'The movement has a new version: its destination or consignee may have changed.',
        'Check whether the goods still come to you, and where to.',
      ),
    }),
  },
  IE802: {
    '1': toEach('query', 'Reminder: change of destination is due', {
      consignor: to(
        'act',
        'The consignee does not take the goods, and the time to send them elsewhere is running out.',
        'Send a change of destination (IE813), or explain the delay (IE837).',
      ),
    }),
    '2': toEach('query', 'Reminder: report of receipt or export is due', {
      consignor: to(
        'watch',
        'The consignee, or the office of export, has not reported what became of the goods.',
        'Ask the consignee or the office of export. If the report was made in the last 7 days, the two may have crossed.',
      ),
      consignee: to(
        'act',
        'Your report of receipt of these goods is due or overdue.',
        'Send the report of receipt (IE818), or explain the delay (IE837). If you sent it in the last 7 days, the two may have crossed.',
      ),
    }),
    '3': toEach('query', 'Reminder: destination is still missing', {
      consignor: to(
        'act',
        'The goods left without a known destination, and it has not been given since.',
        'Give the destination (IE813), or explain the delay (IE837).',
      ),
    }),
    other: toBoth(
      'query',
      'Excise movement reminder',
      'act',
      'Something about this movement is overdue; Quayside does not know this kind of reminder.',
      'Open the movement in EMCS to see what is due.',
    ),
  },
  IE803: {
    '1': toEach('amended', 'Excise movement diverted', {
      consignor: to('info', 'The movement goes to another destination than before.'),
      consignee: to(
        'watch',
        'The goods go to another destination. If they were to come to you, they no longer are.',
        'Do not receive these goods, and do not report receipt of them.',
      ),
    }),
    '2': toBoth(
      'amended',
      'Excise movement split',
      'watch',
      'The movement was split: new ARCs stand in the place of this one, which is no longer in use.',
      'Use the new ARCs.',
    ),
    other: toBoth(
      'amended',
      'Excise movement diverted or split',
      'watch',
      'The movement was changed on the way in a manner that Quayside has no words for.',
      'Open the movement in EMCS.',
    ),
  },
  IE810: {
    any: toEach('cancelled', 'Excise movement cancelled', {
      consignor: to('info', 'You sent this cancellation, and it went through.', null),
      consignee: to(
        'act',
        'The consignor cancelled the movement before it left: these goods will not come.',
        'Receive no goods under this ARC, and ask the consignor.',
      ),
    }),
  },
  IE813: {
    any: toEach('amended', 'Destination of the excise movement changed', {
      consignor: to('info', 'You sent this change of destination, and it went through.'),
      consignee: to(
        'watch',
        'The consignor changed where the goods go: you may be their new receiver, or no longer.',
        'Check whether you are the consignee now. If you are, a report of receipt will be due.',
      ),
    }),
    return: toEach('amended', 'Excise movement sent back to the consignor', {
      consignor: to('info', 'You sent this change of destination: the goods come back to where they left.'),
      consignee: to(
        'watch',
        'The goods go back to the consignor.',
        'Do not receive these goods, and do not report receipt of them.',
      ),
    }),
  },
  IE819: {
    '0': toEach('query', 'Alert from the consignee', {
      consignor: to(
        'act',
        'The consignee says that something about the movement is wrong. The goods travel on; a rejection may follow.',
        'Clear it up with the consignee.',
      ),
      consignee: to('info', 'You sent this alert, and it went through. The movement goes on.'),
    }),
    '1': toEach('rejected', 'Movement rejected by the consignee', {
      consignor: to(
        'act',
        'The consignee rejected the movement before arrival: the goods have no receiver.',
        'Send a change of destination (IE813); if the goods have not left, cancel the movement (IE810).',
      ),
      consignee: to('info', 'You sent this rejection, and it went through.'),
    }),
    other: toEach('query', 'Alert or rejection of an excise movement', {
      consignor: to(
        'act',
        'The consignee raised an alert about the movement, or rejected it.',
        'Open the movement in EMCS to see which of the two it is, and why.',
      ),
      consignee: to('info', 'You sent this alert or rejection, and it went through.'),
    }),
  },
  IE837: {
    '1': toBoth(
      'registered',
      'Delay of the report of receipt explained',
      'info',
      'It was explained why the report of receipt or export is late. The report is still due.',
    ),
    '2': toEach('registered', 'Delay of the destination explained', {
      consignor: to(
        'info',
        'It was explained why the destination is late. It is still due.',
        'Give the destination (IE813) when it is known.',
      ),
    }),
    other: toBoth(
      'registered',
      'Delay of an excise movement explained',
      'info',
      'It was explained why something about this movement is late. What is late is still due.',
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Variant>>>>;
