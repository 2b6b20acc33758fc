import type { DecodedDetail } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { isoWords } from './iso-words.ts';
import {
  entryStatusMeaning,
  exportIcsWords,
  masterStatusMeaning,
  movementResult,
  routeMeaning,
} from './status-codes.ts';

/** What an inventory-linking message says beyond its other facts, in the order in which a person wants to read it. */
export const linkingDetails = (root: XmlElement): readonly DecodedDetail[] => [
  ...coded('Result', root.text('crc'), (code) => movementResult(code).words),
  ...coded('Route', root.text('masterROE'), (code) => routeMeaning(code).words),
  ...coded('Status', root.text('masterSOE'), (code) => masterStatusMeaning(code).words),
  ...coded('Route', root.text('roe'), (code) => routeMeaning(code).words),
  ...coded('Status', root.text('ics'), (code) => entryStatusMeaning(code).words),
  ...entryStatus(root),
  ...whereAndWhen(root),
  ...goods(root),
  ...several(root.children('entry'), 'consignments', entry),
  ...queried(root),
];

/** `Route`: `H6: no control (pre-lodged, so it can still change)`. */
const coded = (
  name: string,
  code: string | null,
  wordsOf: (code: string) => string,
): readonly DecodedDetail[] => (code === null ? [] : [{ name, value: `${code}: ${wordsOf(code)}` }]);

const plain = (name: string, value: string | null): readonly DecodedDetail[] =>
  value === null ? [] : [{ name, value }];

function entryStatus(holder: XmlElement): readonly DecodedDetail[] {
  const status = holder.child('entryStatus');
  if (status === null) return [];
  return [
    ...coded('Route', status.text('roe'), (code) => routeMeaning(code).words),
    ...coded('Status', status.text('soe'), (code) => entryStatusMeaning(code).words),
    ...coded('Cancellation', status.text('ics'), exportIcsWords),
  ];
}

const whereAndWhen = (root: XmlElement): readonly DecodedDetail[] => [
  ...plain('UCR part', root.text('ucrBlock', 'ucrPartNo') ?? root.text('ucr', 'ucrPartNo')),
  ...plain('Goods location', root.text('goodsLocation')),
  ...plain('Shed', root.text('shedOPID')),
  ...plain('Arrived', isoWords(root.text('goodsArrivalDateTime'))),
  ...plain('Departed', isoWords(root.text('goodsDepartureDateTime'))),
  ...plain('Entered', isoWords(root.text('dateOfEntry'))),
  ...plain('Arrived when declared', yesOrNo(root.text('goodsArrivalDeclaration'))),
  ...plain('Inventory return code', root.text('irc')),
  ...plain('Trader’s reference', root.text('traderReference')),
  ...plain('Packages', root.text('totalPackages')),
  ...plain('Submitted by', root.text('submitRole')),
  ...plain('Agent', root.text('agentDetails', 'EORI')),
  ...plain('Declarations', root.text('declarationCount')),
];

const yesOrNo = (text: string | null): string | null => (text === 'Y' ? 'yes' : text === 'N' ? 'no' : text);

/** Commodity, packages and net mass, as far as a goods item gives them. */
const goods = (root: XmlElement): readonly DecodedDetail[] =>
  several(root.children('goodsItem'), 'goods items', (item, number) =>
    plain(`Goods item ${number}`, goodsWords(item)),
  );

function goodsWords(item: XmlElement): string | null {
  const [commodity, packages, mass] = [
    item.text('commodityCode'),
    item.text('totalPackages'),
    item.text('totalNetMass'),
  ];
  const parts = [
    commodity === null ? null : `commodity ${commodity}`,
    packages === null ? null : `${packages} packages`,
    mass === null ? null : `${mass} kg net`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function entry(holder: XmlElement): readonly DecodedDetail[] {
  const kind = holder.text('ucrBlock', 'ucrType') === 'M' ? 'MUCR' : 'DUCR';
  const words = entryStatus(holder).map(({ name, value }) => `${name.toLowerCase()} ${value}`);
  return plain(
    `${kind} ${holder.text('ucrBlock', 'ucr') ?? 'without a number'}`,
    words.length === 0 ? 'no status given' : words.join('; '),
  );
}

/** The consignments of a query response: the one asked for, what it belongs to and what belongs to it. */
const queried = (root: XmlElement): readonly DecodedDetail[] => [
  ...root.children('queriedDUCR').flatMap((each) => [...holding('DUCR asked for', each), ...movements(each)]),
  ...root.children('queriedMUCR').flatMap((each) => [...holding('MUCR asked for', each), ...movements(each)]),
  ...root.children('parentMUCR').flatMap((each) => holding('Belongs to MUCR', each)),
  ...several(root.children('childMUCR'), 'MUCRs', (each) => holding('Holds MUCR', each)),
  ...several(root.children('childDUCR'), 'DUCRs', (each) => holding('Holds DUCR', each)),
];

function holding(name: string, holder: XmlElement): readonly DecodedDetail[] {
  const ucr = holder.text('UCR') ?? holder.text('ucr');
  if (ucr === null) return [];
  const declaration = holder.text('declarationID');
  const shut = holder.text('shut');
  const parts = [
    declaration === null ? null : `declaration ${declaration}`,
    ...entryStatus(holder).map((detail) => `${detail.name.toLowerCase()} ${detail.value}`),
    shut === null ? null : shut === 'true' || shut === '1' ? 'shut' : 'open',
  ].filter((part) => part !== null);
  return [{ name, value: [ucr, ...parts].join('; ') }];
}

const movements = (holder: XmlElement): readonly DecodedDetail[] =>
  several(holder.children('movement'), 'movements', (movement) => {
    const parts = [
      movement.text('goodsLocation'),
      isoWords(movement.text('goodsArrivalDateTime') ?? movement.text('goodsDepartureDateTime')),
      movement.text('movementReference'),
    ].filter((part) => part !== null);
    return plain(`Movement ${movement.text('messageCode') ?? ''}`.trim(), parts.join(', ') || null);
  });

/** At most so many of one kind: a consolidation may hold 999. The rest is counted. */
const AT_MOST = 20;

function several(
  all: readonly XmlElement[],
  what: string,
  detailsOf: (element: XmlElement, number: number) => readonly DecodedDetail[],
): readonly DecodedDetail[] {
  const shown = all.slice(0, AT_MOST).flatMap((element, index) => detailsOf(element, index + 1));
  const rest = all.length - AT_MOST;
  return rest > 0
    ? [...shown, { name: `More ${what}`, value: `${rest} more are in the message itself` }]
    : shown;
}
