import type { XmlElement } from '../../../xml/read-xml.ts';
import { codeText } from '../codes/code-words.ts';
import { consignmentDetails } from '../details/consignment-details.ts';
import { detail } from '../details/details.ts';
import { FETCH, says, type TransitReader, type TransitReading } from './transit-reading.ts';

/** IE025: what is released at destination, by the release indicator (list CL164). */
export const releaseAtDestination: TransitReader = (body) => {
  if (body === null) return NOT_HERE;
  const indicator = body.text('TransitOperation', 'releaseIndicator');
  const houses = body.child('Consignment')?.children('HouseConsignment') ?? [];
  return {
    ...readingOf(indicator, houses.length),
    statusCode: indicator,
    details: [
      ...detail('Decided on', body.text('TransitOperation', 'releaseDate')),
      ...detail('Release indicator', indicator === null ? null : codeText('CL164', indicator)),
      ...detail('Trader at destination', body.text('TraderAtDestination', 'identificationNumber')),
      ...houses.flatMap(releaseOfHouse),
    ],
  };
};

function readingOf(indicator: string | null, houses: number): TransitReading {
  if (indicator === '1') return RELEASED;
  if (indicator === '4') return NOT_RELEASED;
  if (indicator === '2' || indicator === '3') return inPart(indicator, houses);
  return {
    ...UNKNOWN,
    keyFact: indicator === null ? 'no release indicator' : `release indicator ${indicator}`,
  };
}

const NOT_HERE: TransitReading = {
  ...says(
    'watch',
    'unknown',
    'Decision on release at destination',
    'The office of destination decided on the release of the goods. Whether they are released is in the message, which is not here.',
    'Open the message in the software that sends your declarations before anybody touches the goods.',
  ),
  keyFact: 'released or not: the message says it',
};

const RELEASED = says(
  'info',
  'released',
  'Goods released at destination',
  'The office of destination released the goods. The transit has ended there.',
  'The goods may be taken over. The guarantee is freed by a message to the departure (IE045).',
);

const NOT_RELEASED: TransitReading = {
  ...says(
    'act',
    'held',
    'Goods not released at destination',
    'The office of destination does not release the goods: it waits for discrepancies to be resolved.',
    'Keep the goods and settle the discrepancies with the office of destination. Another message comes when they are resolved.',
  ),
  keyFact: 'waiting for discrepancies to be resolved',
};

/** What tells 2 from 3 is published nowhere; both oblige the message to list what is released (condition C0352). */
const inPart = (indicator: string, houses: number): TransitReading => ({
  ...says(
    'act',
    'held',
    `Goods not all released: release indicator ${indicator}`,
    `The release indicator is ${indicator}, whose meaning is not published. Such a message lists house consignments and items, each with its own release type: do not take it that all is released.`,
    'Take nothing that customs have not confirmed as released, and settle the rest with the office of destination.',
  ),
  keyFact: houses === 0 ? null : `${houses} house consignment${houses === 1 ? '' : 's'} listed`,
});

const UNKNOWN = says(
  'act',
  'unknown',
  'Decision on release at destination, of an unknown kind',
  'The office of destination decided on the release of the goods in a way that is not known here. Do not take it that they are released.',
  'Ask the office of destination before anybody touches the goods.',
);

/** The meanings of list CL163 are not published: release types stand as they are. */
function releaseOfHouse(house: XmlElement, place: number) {
  const name = `House consignment ${house.text('sequenceNumber') ?? String(place + 1)}`;
  const items = house.children('ConsignmentItem').slice(0, MOST_ITEMS);
  return [
    ...detail(name, releaseType(house)),
    ...items.flatMap((item) => {
      const number = item.text('declarationGoodsItemNumber') ?? item.text('goodsItemNumber');
      return detail(`${name}, item ${number ?? 'without a number'}`, releaseType(item));
    }),
  ];
}

const releaseType = (part: XmlElement): string | null => {
  const type = part.text('releaseType');
  return type === null ? null : `release type ${codeText('CL163', type)}`;
};

const MOST_ITEMS = 200;

/** IE043: unloading may start, or go on after remarks (guideline G0510). */
export const unloadingPermitted: TransitReader = (body) => {
  const turn = body?.text('CTLControl', 'continueUnloading') ?? null;
  return {
    ...(body === null ? UNLOADING_NOT_HERE : turn === null ? UNLOADING : CONTINUED),
    statusCode: turn,
    keyFact:
      turn === null
        ? 'unloading remarks are to be sent'
        : `continuation ${turn}, remarks are to be sent again`,
    details:
      body === null
        ? []
        : [
            ...detail('Accepted on', body.text('TransitOperation', 'declarationAcceptanceDate')),
            ...detail('Trader at destination', body.text('TraderAtDestination', 'identificationNumber')),
            ...consignmentDetails(body),
          ],
  };
};

const UNLOADING = says(
  'act',
  'request-granted',
  'Unloading permitted',
  'The office of destination allows the goods to be unloaded. It then waits for your unloading remarks.',
  'Unload, compare seals and goods with what is declared, then send the unloading remarks (IE044).',
);

const CONTINUED = says(
  'act',
  'request-granted',
  'Unloading may continue',
  'The office of destination allows the unloading to go on, and waits for new unloading remarks.',
  'Go on unloading, then send the unloading remarks (IE044) again.',
);

const UNLOADING_NOT_HERE = says(
  'act',
  'request-granted',
  'Unloading permitted',
  'The office of destination allows the goods to be unloaded, or the unloading to go on. The message with what is declared is not here.',
  `${FETCH} Then unload and send the unloading remarks (IE044).`,
);
