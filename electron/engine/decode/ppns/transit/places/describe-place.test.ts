import { describe, expect, it } from 'vitest';
import { describePlace } from './describe-place.ts';

const ITEM = 'Consignment/HouseConsignment[2]/ConsignmentItem[10]';
const CODE = 'Commodity/CommodityCode/combinedNomenclatureCode';
const DIGITS = 'House consignment 2, item 10, commodity code (digits 7 and 8)';

describe('the place of an error in what was sent', () => {
  it('is told in words, with its data element and the code list of the value', () => {
    expect([
      describePlace(`/CC015C/${ITEM}/${CODE}`),
      describePlace('/CC015C/Guarantee[2]/guaranteeType'),
      describePlace('/CC015C/Consignment/Consignee/Address/city'),
    ]).toEqual([
      { words: DIGITS, element: '18 09 057 000', list: null },
      { words: 'Guarantee 2, type', element: '99 02 000 000', list: 'CL251' },
      { words: 'Consignment, consignee, address, town', element: '13 03 018 022', list: null },
    ]);
  });

  it.each([
    ['a prefix', `/ncts:CC015C/ncts:${ITEM.replaceAll('/', '/ncts:')}/${CODE}`],
    ['a star for the root', `/*/${ITEM}/${CODE}`],
    ['stars for prefixes', `/*:CC015C/*:${ITEM.replaceAll('/', '/*:')}/${CODE}`],
    ['local names', `/*[local-name()='CC015C']/${ITEM}/${CODE}`],
    ['no root', `//${ITEM}/${CODE}`],
    ['no root and a beginning further in', `//HouseConsignment[2]/ConsignmentItem[10]/${CODE}`],
    ['a wrong first letter', `/XC015C/${ITEM}/${CODE}`],
    ['another case', `/cc015c/${ITEM}/${CODE}`.toLowerCase()],
    ['no slash before it', `CC015C/${ITEM}/${CODE}`],
    ['a text step', `/CC015C/${ITEM}/${CODE}/text()`],
  ])('is the same with %s', (_, pointer) => {
    expect(describePlace(pointer)).toMatchObject({ words: DIGITS, element: '18 09 057 000' });
  });

  it.each([
    [
      '/CC015C/Consignment/HouseConsignment/ConsignmentItem[3]/Packaging/shippingMarks',
      'House consignment, item 3, packaging, shipping marks',
    ],
    ['/CC015C/Consignment/grossMass', 'Consignment, gross mass'],
    ['/CC015C/TransitOperation/LRN', 'LRN'],
    ['/CC044C/UnloadingRemark/unloadingDate', 'Unloading remark, unloading date'],
    [
      '/CC007C/Consignment/Incident[2]/Transhipment/TransportMeans/nationality',
      'Incident 2, transfer to another vehicle, transport means, nationality',
    ],
    ['/CC015C/Consignment/SomeNewGroup[4]/theNewHSCode', 'Consignment, some new group 4, the new HS code'],
    ['/CC015C/Consignment/HouseConsignment[1]/ConsignmentItem[1]/Commodity', 'House consignment 1, item 1'],
    ['/CC015C/Consignment', 'Consignment'],
    ['/CC015C', 'Your declaration (IE015) as a whole'],
    ['/CC044C', 'Your unloading remarks (IE044) as a whole'],
    ['CC141C', 'Your answer about goods that have not arrived (IE141) as a whole'],
    ['/CC999C', 'The message as a whole'],
    ['/CC015C/@PhaseID', 'Phase ID'],
  ])('%s is %s', (pointer, words) => {
    expect(describePlace(pointer)?.words).toBe(words);
  });

  it.each(['', '/', 'see the manual', '26GB000060100000J3 is wrong', '/a[', '/a'.repeat(60)])(
    'is not made up from %j',
    (pointer) => {
      expect(describePlace(pointer)).toBeNull();
    },
  );
});
