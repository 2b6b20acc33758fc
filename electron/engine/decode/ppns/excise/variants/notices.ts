import { to, toBoth, toEach, type Variant } from '../side-words.ts';
import { atTheEndVariants } from './at-the-end.ts';
import { byOfficialsVariants } from './by-officials.ts';
import { onTheWayVariants } from './on-the-way.ts';
import { refusalVariants } from './refusals.ts';
import { sentVariants } from './sent.ts';

/**
 * What can be said of a message of which only the notice is here. HMRC's boxes never hold the message itself, so nothing
 * is said that its content decides: whether a receipt was accepted, what is overdue, who explained what.
 */
export const noticeVariants: Readonly<Record<string, Variant>> = {
  IE704: refusalVariants.other,
  IE717: byOfficialsVariants.IE717.other,
  // A first version and a later one are the same type.
  IE801: toEach('accepted', 'Excise movement accepted', {
    consignor: to(
      'info',
      'The movement, or a new version of it, was checked and accepted.',
      'Open the movement in EMCS to see its details.',
    ),
    consignee: to(
      'watch',
      'Excise goods are on their way to you, or a movement to you has a new version.',
      'Check the details in EMCS. A report of receipt (IE818) will be due after arrival.',
      'Excise goods on their way to you',
    ),
  }),
  IE802: toBoth(
    'query',
    'Excise movement reminder',
    'act',
    'Something about this movement is overdue: a report of receipt, a change of destination or the destination itself.',
    'Open the movement in EMCS to see what is due, and by when.',
  ),
  IE803: toBoth(
    'amended',
    'Excise movement diverted or split',
    'watch',
    'The movement goes to another destination than before, or new ARCs stand in its place.',
    'Open the movement in EMCS to see which.',
  ),
  IE807: byOfficialsVariants.IE807.any,
  IE810: onTheWayVariants.IE810.any,
  IE813: onTheWayVariants.IE813.any,
  IE818: atTheEndVariants.IE818.other,
  IE819: onTheWayVariants.IE819.other,
  IE829: byOfficialsVariants.IE829.any,
  IE837: onTheWayVariants.IE837.other,
  IE839: byOfficialsVariants.IE839.any,
  IE840: byOfficialsVariants.IE840.other,
  IE871: toBoth(
    'registered',
    'Shortage or excess explained',
    'watch',
    'It was explained why less or more arrived than was sent. Duty may follow.',
    'Open the movement in EMCS to see the explanation.',
  ),
  IE881: atTheEndVariants.IE881.other,
  IE905: byOfficialsVariants.IE905.other,
  IE815: sentVariants.IE815.any,
  IE825: sentVariants.IE825.any,
  IE880: sentVariants.IE880.any,
};
