import { expect, it } from 'vitest';
import { placeWords } from './place-words.ts';

it.each([
  ['/IE815[1]/Body[1]/SubmittedDraftOfEADESAD[1]/EadEsadDraft[1]/LocalReferenceNumber[1]', 'LRN', null],
  [
    '/IE815/Body/SubmittedDraftOfEADESAD/BodyEadEsad[3]/Package[2]/KindOfPackages',
    'item 3, package 2, kind of packages',
    3,
  ],
  [
    '/urn:IE818[1]/urn:Body[1]/urn:X[1]/urn:DeliveryPlaceTrader[1]/urn:Traderid[1]',
    'place of delivery, trader ID',
    null,
  ],
  ['/IE815/Header/MessageSender', 'header, message sender', null],
  ['/IE815/Body/X/FiscalMarkUsedFlag', 'fiscal mark used flag', null],
  ['/IE815/Body/X/constructor', 'constructor', null],
])('%s is %s', (location, words, item) => {
  expect(placeWords(location)).toEqual({ words, item });
});

it.each(['token', '', '/', '/IE815[1]/Body[1]/SubmittedDraftOfEADESAD[1]'])(
  '"%s" names no place',
  (location) => {
    expect(placeWords(location)).toBeNull();
  },
);
