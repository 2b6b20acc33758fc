import { describe, expect, it } from 'vitest';
import { factsOf, pointers, statement } from './response.fixture.ts';

const amendment = (reason: string, at: string) =>
  `<Amendment><ChangeReasonCode>${reason}</ChangeReasonCode>${pointers(at)}</Amendment>`;

const PRICE = '42A/67A/68A[3]/23A/79A:112';
const PACKAGES = '42A:146';
const EXPORTER = '42A/57A:R031';

describe('the amendments of a DMSRES', () => {
  it('say where, why and in whose words', () => {
    const inside =
      statement({ type: 'AES', text: 'Freight was left out', at: '07B[1]/06A[2]' }) +
      amendment('32', PACKAGES) +
      amendment('16', PRICE);
    expect(factsOf('07', { inside }).amendments).toEqual([
      {
        reason: '32',
        meaning: 'Amended by the trader',
        pointer: '42A/146',
        path: 'Declaration header: total number of packages',
        dataElement: '6/18',
        item: null,
        description: null,
      },
      {
        reason: '16',
        meaning: 'Set by the arrival',
        pointer: '42A/67A/68A[3]/23A/79A/112',
        path: 'Goods item 3: item price',
        dataElement: '4/14',
        item: 3,
        description: 'Freight was left out',
      },
    ]);
  });

  it('have no meaning where HMRC has published none, and may lack reason and pointer', () => {
    const { amendments } = factsOf('07', { inside: `${amendment('28', PACKAGES)}<Amendment/>` });
    expect(amendments.map(({ reason, meaning, path }) => [reason, meaning, path])).toEqual([
      ['28', null, 'Declaration header: total number of packages'],
      [null, null, null],
    ]);
  });

  it('are counted through where several requests each begin their numbers anew', () => {
    const at = (number: number) => `07B[1]/06A[${number}]`;
    const inside =
      statement({ type: 'AES', text: 'price', at: at(1) }) +
      statement({ type: 'AES', text: 'packages', at: at(1) }) +
      statement({ type: 'AES', text: 'exporter', at: at(2) }) +
      amendment('21', PRICE) +
      amendment('28', PACKAGES) +
      amendment('29', EXPORTER);
    const { amendments, details } = factsOf('07', { inside });
    expect([amendments.map(({ description }) => description), details]).toEqual([
      ['price', 'packages', 'exporter'],
      [],
    ]);
  });

  it('keep every text: two of one amendment together, one of none by itself', () => {
    const inside =
      statement({ type: 'AES', text: 'first', at: '07B[1]/06A[1]' }) +
      statement({ type: 'AES', text: 'second', at: '07B[1]/06A[1]' }) +
      statement({ type: 'AES', text: 'lost', at: '07B[1]/06A[7]' }) +
      amendment('21', PRICE) +
      amendment('28', PACKAGES);
    const { amendments, details } = factsOf('07', { inside });
    expect([amendments.map(({ description }) => description), details]).toEqual([
      ['first / second', null],
      [{ name: 'Customs says, this notification, amendment 7', value: 'lost' }],
    ]);
  });
});

describe('what an amended field holds now', () => {
  const now = (after: string, ...places: string[]) =>
    factsOf('07', {
      inside: places.map((place) => amendment('28', place)).join(''),
      after: `<Declaration><FunctionCode>9</FunctionCode>${after}</Declaration>`,
    }).details.map(({ name, value }) => `${name}: ${value}`);
  const item = (number: number, inside: string) =>
    `<GovernmentAgencyGoodsItem><SequenceNumeric>${number}</SequenceNumeric>${inside}</GovernmentAgencyGoodsItem>`;
  const price = (amount: string) =>
    `<Commodity><InvoiceLine><ItemChargeAmount currencyID="GBP">${amount}</ItemChargeAmount></InvoiceLine></Commodity>`;

  it('is read from the second Declaration, which is never taken for the first', () => {
    const fragment = `<TotalPackageQuantity>53</TotalPackageQuantity><GoodsShipment>${item(3, price('999.00'))}</GoodsShipment>`;
    expect(now(fragment, PACKAGES, PRICE)).toEqual([
      'Now, declaration header: total number of packages: 53',
      'Now, goods item 3: item price: 999.00 GBP',
    ]);
    const { functionCode, mrn, lrn, version } = factsOf('07', {
      after:
        '<Declaration><FunctionCode>9</FunctionCode><FunctionalReferenceID>other</FunctionalReferenceID></Declaration>',
    });
    expect([functionCode, mrn, lrn, version]).toEqual(['07', '26GB5QUAY51DE000A1', 'QS-2611-0042', '2']);
  });

  it('is left out where it is not certain which one is meant', () => {
    const document = (id: string) => `<AdditionalDocument><ID>${id}</ID></AdditionalDocument>`;
    expect([
      now(`<GoodsShipment>${item(2, price('1.00'))}</GoodsShipment>`, PRICE),
      now(`<GoodsShipment>${item(3, document('A'))}</GoodsShipment>`, '42A/67A/68A[3]/02A[2]:D005'),
      now(
        `<GoodsShipment>${item(3, document('A') + document('B'))}</GoodsShipment>`,
        '42A/67A/68A[3]/02A:D005',
      ),
      now('', PACKAGES),
    ]).toEqual([[], [], [], []]);
  });
});

it('reads a hostile number of amendments and statements in bounded time', () => {
  const inside =
    statement({ type: 'AES', text: 'same', at: '07B[1]/06A[1]' }).repeat(1500) +
    amendment('16', PRICE).repeat(500);
  const item = '<GovernmentAgencyGoodsItem><SequenceNumeric>3</SequenceNumeric></GovernmentAgencyGoodsItem>';
  const after = `<Declaration><GoodsShipment>${item.repeat(3000)}</GoodsShipment></Declaration>`;
  const { amendments, details } = factsOf('07', { inside, after });
  expect([amendments.length, amendments[0]?.description, details]).toEqual([500, 'same', []]);
});
