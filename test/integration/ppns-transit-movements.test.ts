import { describe, expect, it } from 'vitest';
import type { Facts } from '../../shared/notification.ts';
import { elements, transitFactsOf } from '../support/transit-messages.ts';

const head = ({ attention, outcome, title, statusCode, keyFact }: Facts): unknown[] => [
  ...[attention, outcome, statusCode],
  ...[title, keyFact],
];
const lines = ({ details }: Facts): readonly string[] =>
  details
    .map(({ name, value }) => `${name}: ${value}`)
    .filter((line) => !line.startsWith('Office of departure'));

describe('what becomes of a movement', () => {
  it('is a request for proof, due at the end of its day (IE140)', () => {
    expect(transitFactsOf('IE140', elements({ limitForResponseDate: '2026-12-20' })).deadline).toBe(
      '2026-12-20T23:59:59.000Z',
    );
  });

  it('is a claim with its amount, what is written with it, and who stands in for it (IE035)', () => {
    const facts = transitFactsOf(
      'IE035',
      '',
      `<RecoveryNotification>${elements({ recoveryNotificationDate: '2026-11-30', recoveryNotificationText: 'Not discharged', amountClaimed: '1250.40', currency: 'GBP' })}</RecoveryNotification>` +
        '<CustomsOfficeOfRecoveryAtDeparture><referenceNumber>GB000001</referenceNumber></CustomsOfficeOfRecoveryAtDeparture>' +
        '<Guarantor><identificationNumber>GB111</identificationNumber><name>Fender Bank</name></Guarantor>',
    );
    expect([
      facts.payments.map(({ name, amount, currency, payable }) => [name, amount, currency, payable]),
      lines(facts),
    ]).toEqual([
      [['Amount claimed', '1250.40', 'GBP', true]],
      [
        'Claim in the words of customs: Not discharged',
        'Notice given: 2026-11-30',
        'Currency: pound sterling (GBP)',
        'Guarantor: Fender Bank: GB111',
        'Office of recovery at departure: Central Community Transit Office (GB000001), telephone +44 (0)300 322 7095',
      ],
    ]);
  });

  it('is discrepancies in the words of customs (IE019)', () => {
    const facts = transitFactsOf(
      'IE019',
      elements({
        discrepanciesNotificationDate: '2026-11-30',
        discrepanciesNotificationText: 'Two pallets missing',
      }),
    );
    expect([head(facts)[0], facts.meaning.endsWith('Reason given: Two pallets missing')]).toEqual([
      'act',
      true,
    ]);
  });

  it('is an incident, and on what the goods travel since (IE182)', () => {
    const facts = transitFactsOf(
      'IE182',
      '',
      '<Consignment><Incident><sequenceNumber>1</sequenceNumber><code>3</code><text>Tractor broke down</text>' +
        '<Location><qualifierOfIdentification>W</qualifierOfIdentification><country>FR</country><GNSS><latitude>50.9</latitude><longitude>1.8</longitude></GNSS></Location>' +
        '<TransportEquipment><containerIdentificationNumber>QUAY1234567</containerIdentificationNumber><Seal><identifier>S1</identifier></Seal><Seal><identifier>S2</identifier></Seal><GoodsReference><declarationGoodsItemNumber>4</declarationGoodsItemNumber></GoodsReference></TransportEquipment>' +
        '<Transhipment><containerIndicator>1</containerIndicator><TransportMeans><typeOfIdentification>30</typeOfIdentification><identificationNumber>AB12CDE</identificationNumber><nationality>FR</nationality></TransportMeans></Transhipment>' +
        '<Endorsement><date>2026-11-29</date><authority>Douane</authority><place>Calais</place><country>FR</country></Endorsement>' +
        '</Incident></Consignment>',
    );
    expect([head(facts), lines(facts)]).toEqual([
      ['watch', 'unknown', null, 'Incident on the way', 'goods moved to another vehicle'],
      [
        'What happened: goods were moved to another vehicle under customs supervision (3)',
        'In the words of the report: Tractor broke down',
        'Where: coordinates: 50.9 1.8, France (FR)',
        'Moved to another vehicle: road vehicle, registration (30): AB12CDE, France (FR)',
        'In containers since: yes (1)',
        'Container: QUAY1234567',
        'Seals: S1, S2',
        'Goods items in it: 4',
        'Endorsed on: 2026-11-29',
        'Endorsed by: Douane',
        'Endorsed at: Calais',
        'Country of endorsement: France (FR)',
      ],
    ]);
  });

  it('is a permission to unload, the first or one to go on (IE043)', () => {
    const goOn = transitFactsOf(
      'IE043',
      '',
      '<CTLControl><continueUnloading>2</continueUnloading></CTLControl>',
    );
    expect([head(transitFactsOf('IE043')), head(goOn)]).toEqual([
      ['act', 'request-granted', null, 'Unloading permitted', 'unloading remarks are to be sent'],
      [
        'act',
        'request-granted',
        '2',
        'Unloading may continue',
        'continuation 2, remarks are to be sent again',
      ],
    ]);
  });
});

describe('what a release repeats of the declaration (IE029)', () => {
  const facts = transitFactsOf(
    'IE029',
    elements({
      declarationType: 'T1',
      additionalDeclarationType: 'A',
      releaseDate: '2026-11-30',
      security: '0',
      specificCircumstanceIndicator: 'XXX',
      bindingItinerary: '0',
    }),
    '<Authorisation><type>C521</type><referenceNumber>GBACR1</referenceNumber></Authorisation>' +
      '<CustomsOfficeOfDestinationDeclared><referenceNumber>FR000380</referenceNumber></CustomsOfficeOfDestinationDeclared>' +
      '<Representative><status>2</status></Representative>' +
      '<ControlResult><code>A2</code><text>Seals checked</text></ControlResult>' +
      '<Guarantee><guaranteeType>1</guaranteeType><GuaranteeReference><GRN>26GB01</GRN><accessCode>SECRET</accessCode><amountToBeCovered>900.00</amountToBeCovered><currency>EUR</currency></GuaranteeReference></Guarantee>' +
      '<Consignment><countryOfDispatch>GB</countryOfDispatch><countryOfDestination>XI</countryOfDestination><containerIndicator>0</containerIndicator><inlandModeOfTransport>3</inlandModeOfTransport><grossMass>1200.5</grossMass>' +
      '<AdditionalSupplyChainActor><role>FW</role><identificationNumber>GB1</identificationNumber></AdditionalSupplyChainActor>' +
      '<LocationOfGoods><typeOfLocation>B</typeOfLocation><qualifierOfIdentification>Y</qualifierOfIdentification><authorisationNumber>GBACR1</authorisationNumber></LocationOfGoods>' +
      '<ActiveBorderTransportMeans><typeOfIdentification>21</typeOfIdentification><identificationNumber>9018</identificationNumber></ActiveBorderTransportMeans>' +
      '<PreviousDocument><type>NMRN</type><referenceNumber>26GB2</referenceNumber></PreviousDocument>' +
      '<SupportingDocument><type>C400</type></SupportingDocument><TransportDocument><type>N730</type><referenceNumber>CMR 5</referenceNumber></TransportDocument>' +
      '<AdditionalReference><type>Y901</type></AdditionalReference><AdditionalInformation><code>20300</code></AdditionalInformation>' +
      '<TransportCharges><methodOfPayment>Y</methodOfPayment></TransportCharges>' +
      '<HouseConsignment><ConsignmentItem><declarationGoodsItemNumber>1</declarationGoodsItemNumber><declarationType>T1</declarationType>' +
      '<Commodity><descriptionOfGoods>Ropes</descriptionOfGoods><CommodityCode><harmonizedSystemSubHeadingCode>560750</harmonizedSystemSubHeadingCode><combinedNomenclatureCode>11</combinedNomenclatureCode></CommodityCode></Commodity>' +
      '<Packaging><typeOfPackages>NE</typeOfPackages><numberOfPackages>4</numberOfPackages></Packaging></ConsignmentItem></HouseConsignment></Consignment>',
  );

  it('is in words, with codes of unknown meaning alone and without the access code', () => {
    expect(lines(facts)).toEqual([
      'Released on: 2026-11-30',
      'Control result: A2',
      'Remark on the control: Seals checked',
      'Guarantee: comprehensive guarantee (1): 26GB01 for 900.00 EUR',
      'Declaration type: non-Union goods (T1)',
      'Additional declaration type: standard declaration, goods presented (A)',
      'Safety and security data: no safety and security data (0)',
      'Specific circumstance: authorised economic operators (XXX)',
      'Binding itinerary: no (0)',
      'Authorisation: authorised consignor for Union transit (ACR) (C521): GBACR1',
      'Representative: direct representation (2)',
      'Country of dispatch: United Kingdom (GB)',
      'Country of destination: Northern Ireland (XI)',
      'Gross mass (kg): 1200.5',
      'In containers: no (0)',
      'Inland mode of transport: road (3)',
      'Location of goods: authorised place (B): authorisation number (Y): GBACR1',
      'Supply chain actor: freight forwarder (FW): GB1',
      'Transport charges: account with the carrier (Y)',
      'Transport at the border: train number (21): 9018',
      'Previous document: MRN of a declaration or notification (NMRN): 26GB2',
      'Supporting document: CITES certificate (C400)',
      'Transport document: road consignment note (N730): CMR 5',
      'Additional reference: not on the dual-use list (Y901)',
      'Additional information: export (20300)',
      'Item 1: Ropes; commodity code 56075011; packages: 4 × unpacked (NE); non-Union goods (T1)',
      'Office of destination: Bastia port (FR000380)',
    ]);
  });
});
