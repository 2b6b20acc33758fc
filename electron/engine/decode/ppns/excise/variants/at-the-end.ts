import { to, toBoth, toEach, type Variant } from '../side-words.ts';

/** How movements end, by type and by what decides in it. */
export const atTheEndVariants = {
  IE818: {
    '1': toBoth(
      'accepted',
      'Goods received, all in order',
      'info',
      'The consignee took all of the goods and found nothing wrong. The movement is closed.',
    ),
    '2': toEach('query', 'Goods received, not all in order', {
      consignor: to(
        'act',
        'The consignee took the goods but something about them was wrong. Duty may be due on what is missing.',
        'See the items, and explain any shortage or excess (IE871).',
      ),
      consignee: to(
        'watch',
        'The goods were taken although something about them was wrong. Duty may be due on what is missing.',
        'See the items, and explain any shortage or excess (IE871).',
      ),
    }),
    '3': toEach('rejected', 'Receipt refused', {
      consignor: to(
        'act',
        'The consignee takes none of the goods: they are still under way and in your charge.',
        'Send a change of destination (IE813).',
      ),
      consignee: to(
        'watch',
        'All of the goods were refused. The consignor has to send them elsewhere.',
        'Keep the goods apart until the consignor has named a new destination.',
      ),
    }),
    '4': toEach('rejected', 'Receipt partly refused', {
      consignor: to(
        'act',
        'The consignee refused part of the goods: that part is still under way and in your charge.',
        'Send a change of destination (IE813) for what was refused, and explain any shortage or excess (IE871).',
      ),
      consignee: to(
        'watch',
        'Part of the goods was refused. The consignor has to send that part elsewhere.',
        'Keep the refused goods apart until the consignor has named a new destination.',
      ),
    }),
    '21': toBoth(
      'exited',
      'Export confirmed, all in order',
      'info',
      'The goods left the country and nothing about them was wrong. The movement is closed.',
      'Keep this as proof of export.',
    ),
    '22': toBoth(
      'exited',
      'Export confirmed, small discrepancies',
      'watch',
      'The goods left the country; small discrepancies were found.',
      'Check the items against your records, and keep this as proof of export.',
    ),
    '23': toBoth(
      'rejected',
      'Exit refused: the goods did not leave',
      'act',
      'The office of exit did not let the goods out of the country.',
      'Send a change of destination (IE813), or bring the goods back.',
    ),
    other: toBoth(
      'unknown',
      'Receipt or export reported',
      'watch',
      'What became of the goods was reported: they may have been accepted or refused. Only the message tells.',
      'Open the movement in EMCS to see whether all was accepted.',
    ),
  },
  IE871: {
    '1': toEach('registered', 'Shortage or excess explained by the consignor', {
      consignor: to('info', 'You explained why less or more arrived than was sent, and it went through.'),
      consignee: to(
        'watch',
        'The consignor explained why less or more arrived than was sent. Duty may follow.',
        'Report receipt (IE818) if that has not been done.',
      ),
    }),
    '2': toEach('registered', 'Shortage or excess explained by the consignee', {
      consignor: to(
        'info',
        'The consignee explained why less or more arrived than was sent. Duty may follow.',
      ),
      consignee: to(
        'watch',
        'You explained why less or more arrived than was sent, and it went through.',
        'Report receipt (IE818) if that has not been done.',
      ),
    }),
    other: toEach('registered', 'Shortage or excess explained', {
      consignor: to('info', 'It was explained why less or more arrived than was sent. Duty may follow.'),
      consignee: to(
        'watch',
        'It was explained why less or more arrived than was sent. Duty may follow.',
        'Report receipt (IE818) if that has not been done.',
      ),
    }),
  },
  IE881: {
    '1': toBoth(
      'cleared',
      'Movement closed by officials',
      'watch',
      'Officials closed the movement without the usual report.',
      'Check the conclusion, and keep this message.',
    ),
    '0': toBoth(
      'request-denied',
      'Closing by officials refused: the movement stays open',
      'act',
      'Officials were asked to close the movement and did not. Something about it is still due.',
      'Give the evidence or the report that is missing.',
    ),
    other: toBoth(
      'unknown',
      'Answer about closing the movement by hand',
      'watch',
      'Officials were asked to close the movement and have answered. Only the message tells how.',
      'Open the movement in EMCS to see whether it is closed.',
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Variant>>>>;
