import type { DecodedDetail } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { entryTime } from './entry-time.ts';

/** What else an entry safety message says: reasons first, then the goods, then who and when. */
export function entryDetails(root: XmlElement): DecodedDetail[] {
  const header = (name: string) => root.text('HEAHEA', name);
  const code = header('AmeRejMotCodHEA604');
  return [
    ...named('Reason in the words of customs', header('DecRejReaHEA252')),
    ...named('Reason in the words of customs', header('AmeRejMotTexHEA605')),
    ...named('Reason code', code),
    ...root.children('CUSINT632').flatMap(interventionDetail),
    ...named('Items', header('TotNumOfIteHEA305')),
    ...named('Containers', containersIn(root)),
    ...named(
      'Carrier',
      root.text('TRACARENT601', 'NamTRACARENT604') ?? root.text('TRACARENT601', 'TINTRACARENT602'),
    ),
    ...named('Office of first entry', root.text('CUSOFFFENT730', 'RefNumCUSOFFFENT731')),
    ...named('Expected arrival there', moment(root.text('CUSOFFFENT730', 'ExpDatOfArrFIRENT733'))),
    ...named('Registered', moment(header('DecRegDatTimHEA115'))),
    ...named('Amendment asked for', moment(header('DatTimAmeHEA113'))),
    ...named('Amendment accepted', moment(header('AmeAccDatTimHEA111'))),
    ...named('Amendment refused', moment(header('AmeRejDatTimHEA112'))),
    ...named('Rejected', moment(header('DecRejDatTimHEA116'))),
    ...named('Notice given', moment(header('NotDatTimHEA104'))),
  ];
}

/** The items that an intervention concerns, as `item 1`, `items 1 and 3`; one without a number concerns all. */
export function concernedItems(root: XmlElement): string {
  const numbers = root.children('CUSINT632').map((one) => one.text('IteNumConCUSINT668'));
  const known = [...new Set(numbers.flatMap((number) => number ?? []))];
  if (known.length === 0 || numbers.includes(null)) return 'the whole declaration';
  if (known.length > MOST_NAMED) return `${known.length} items, first ${known[0] ?? ''}`;
  return known.length === 1
    ? `item ${known[0] ?? ''}`
    : `items ${known.slice(0, -1).join(', ')} and ${known.at(-1) ?? ''}`;
}

const MOST_NAMED = 5;

function interventionDetail(intervention: XmlElement): DecodedDetail[] {
  const item = intervention.text('IteNumConCUSINT668');
  const code = intervention.text('CusIntCodCUSINT665');
  const words = [intervention.text('CusIntTexCUSINT666'), code === null ? null : `(${code})`];
  return named(
    item === null ? 'Whole declaration' : `Item ${item}`,
    words.filter((word) => word !== null).join(' ') || null,
  );
}

function containersIn(root: XmlElement): string | null {
  const numbers = root
    .children('GOOITEGDS')
    .flatMap((item) => item.children('CONNR2').flatMap((container) => container.text('ConNumNR21') ?? []));
  return numbers.length === 0 ? null : [...new Set(numbers)].join(', ');
}

/** `2026-12-01 12:00`, as written: the messages have no zone. */
const moment = (digits: string | null): string | null =>
  entryTime(digits)?.replace('T', ' ').slice(0, 16) ?? digits;

const named = (name: string, value: string | null): DecodedDetail[] =>
  value === null ? [] : [{ name, value }];
