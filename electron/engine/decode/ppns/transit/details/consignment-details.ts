import type { DecodedDetail } from '../../../../../../shared/notification.ts';
import type { XmlElement } from '../../../xml/read-xml.ts';
import { codedDetails, together, valueOf, type Shown } from './coded.ts';
import { detail } from './details.ts';
import { documentDetails } from './document-details.ts';
import { equipmentDetails, transportMeans } from './transport-details.ts';

/** What a release or a permission to unload repeats of the declaration, so that papers, seals and goods can be compared. */
export function consignmentDetails(body: XmlElement): readonly DecodedDetail[] {
  const consignment = body.child('Consignment');
  return [
    ...codedDetails(body.child('TransitOperation'), OPERATION),
    ...body
      .children('Authorisation')
      .flatMap((each) =>
        detail('Authorisation', together([valueOf(each, 'type', 'CL235'), each.text('referenceNumber')])),
      ),
    ...codedDetails(body.child('Representative'), [['Representative', 'status', 'CL094']]),
    ...(consignment === null ? [] : contents(consignment)),
  ];
}

const OPERATION: readonly Shown[] = [
  ['Declaration type', 'declarationType', 'CL231'],
  ['Additional declaration type', 'additionalDeclarationType', 'CL042'],
  ['TIR carnet', 'TIRCarnetNumber'],
  ['Safety and security data', 'security', 'CL217'],
  ['Specific circumstance', 'specificCircumstanceIndicator', 'CL296'],
  ['Binding itinerary', 'bindingItinerary', 'CL027'],
];

function contents(consignment: XmlElement): readonly DecodedDetail[] {
  return [
    ...codedDetails(consignment, CONSIGNMENT),
    ...consignment
      .children('CountryOfRoutingOfConsignment')
      .flatMap((each) => detail('Country of routing', valueOf(each, 'country', 'CL008'))),
    ...detail('Location of goods', locationOf(consignment.child('LocationOfGoods'))),
    ...consignment
      .children('AdditionalSupplyChainActor')
      .flatMap((each) =>
        detail(
          'Supply chain actor',
          together([valueOf(each, 'role', 'CL704'), each.text('identificationNumber')]),
        ),
      ),
    ...codedDetails(consignment.child('TransportCharges'), [
      ['Transport charges', 'methodOfPayment', 'CL116'],
    ]),
    ...consignment
      .children('DepartureTransportMeans')
      .flatMap((each) => detail('Transport at departure', transportMeans(each, 'CL750'))),
    ...consignment
      .children('ActiveBorderTransportMeans')
      .flatMap((each) => detail('Transport at the border', transportMeans(each, 'CL219'))),
    ...consignment.children('TransportEquipment').flatMap((each) => equipmentDetails(each)),
    ...documentDetails(consignment),
    ...goods(consignment),
  ];
}

const CONSIGNMENT: readonly Shown[] = [
  ['UCR', 'referenceNumberUCR'],
  ['Country of dispatch', 'countryOfDispatch', 'CL008'],
  ['Country of destination', 'countryOfDestination', 'CL008'],
  ['Gross mass (kg)', 'grossMass'],
  ['In containers', 'containerIndicator', 'CL027'],
  ['Mode of transport at the border', 'modeOfTransportAtTheBorder', 'CL218'],
  ['Inland mode of transport', 'inlandModeOfTransport', 'CL218'],
];

const locationOf = (location: XmlElement | null): string | null =>
  location === null
    ? null
    : together([
        valueOf(location, 'typeOfLocation', 'CL347'),
        valueOf(location, 'qualifierOfIdentification', 'CL326'),
        location.text('UNLocode') ??
          location.text('authorisationNumber') ??
          location.text('CustomsOffice', 'referenceNumber'),
      ]);

function goods(consignment: XmlElement): readonly DecodedDetail[] {
  const houses = consignment.children('HouseConsignment');
  const items = houses.flatMap((house, place) =>
    house.children('ConsignmentItem').map((item) => itemDetail(item, houses.length > 1 ? place + 1 : null)),
  );
  const shown = items.slice(0, MOST_ITEMS).flat();
  const more = items.length - MOST_ITEMS;
  return [...shown, ...detail('Further items', more > 0 ? `${more} more in the message` : null)];
}

/** A broker compares the first items by eye and the rest on paper. */
const MOST_ITEMS = 25;

function itemDetail(item: XmlElement, house: number | null): readonly DecodedDetail[] {
  const number =
    item.text('declarationGoodsItemNumber') ?? item.text('goodsItemNumber') ?? 'without a number';
  const type = valueOf(item, 'declarationType', 'CL232');
  const commodity = item.child('Commodity');
  const code = ['harmonizedSystemSubHeadingCode', 'combinedNomenclatureCode']
    .map((member) => commodity?.text('CommodityCode', member) ?? '')
    .join('');
  const parts = [
    commodity?.text('descriptionOfGoods') ?? null,
    code === '' ? null : `commodity code ${code}`,
    ...item.children('Packaging').map(packages),
    type,
  ].filter((part) => part !== null);
  const name = house === null ? `Item ${number}` : `House consignment ${house}, item ${number}`;
  return parts.length === 0 ? [] : detail(name, parts.join('; '));
}

function packages(packaging: XmlElement): string | null {
  const parts = [
    packaging.text('numberOfPackages'),
    valueOf(packaging, 'typeOfPackages', packageList(packaging)),
  ];
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? null : `packages: ${present.join(' × ')}`;
}

/** Only the codes for bulk and for unpacked goods are public here, in two lists that share one table. */
const packageList = (packaging: XmlElement): string =>
  packaging.text('typeOfPackages')?.startsWith('V') === true ? 'CL181' : 'CL182';
