import { describe, expect, it } from 'vitest';
import { inventoryLinkingFacts } from './inventory-linking.ts';
import { element, elementOf } from './response.fixture.ts';

const facts = (root: string, inside: string) =>
  inventoryLinkingFacts(elementOf(`<${root}>${inside}</${root}>`), null);

const brief = (root: string, inside: string) => {
  const { title, attention, outcome } = facts(root, inside);
  return [title, attention, outcome];
};

const told = (root: string, inside: string) =>
  facts(root, inside).details.map(({ name, value }) => `${name}: ${value}`);

const MOVEMENT = 'inventoryLinkingMovementResponse';
const TOTALS = 'inventoryLinkingMovementTotalsResponse';
const CONTROL = 'inventoryLinkingControlResponse';
const QUERY = 'inventoryLinkingQueryResponse';
const IMPORT = 'InventoryLinkingImportsDeclarationStatusNotification';

const message = (code: string) => element('messageCode', code);
const status = (roe: string, soe: string) => `<entryStatus><roe>${roe}</roe><soe>${soe}</soe></entryStatus>`;
const ucr = (number: string, type = 'D') =>
  `<ucrBlock><ucr>${number}</ucr><ucrType>${type}</ucrType></ucrBlock>`;

describe('a message of the inventory-linking service', () => {
  it('is named by its code, else by its root', () => {
    const codes = ['EAA', 'EAL', 'EDL', 'RET', 'EAC', 'CST', 'QUE', 'EMR', 'ERS', 'ZZZ'];
    expect([
      ...codes.map((code) => facts(MOVEMENT, message(code)).title),
      ...[TOTALS, CONTROL, QUERY, IMPORT, 'InventoryLinkingImportsValidateMovementRequest'].map(
        (root) => facts(root, '').title,
      ),
      facts('inventoryLinkingSomethingNew', '').title,
    ]).toEqual([
      'Anticipated arrival (EAA)',
      'Arrival (EAL)',
      'Departure (EDL)',
      'Retrospective arrival (RET)',
      'Consolidation changed (EAC)',
      'Consolidation shut (CST)',
      'Answer to a consignment query (QUE)',
      'Consolidation status (EMR)',
      'Consignment status (ERS)',
      'Movement reported (ZZZ)',
      'Consolidation status',
      'Answer to a movement request',
      'Answer to a consignment query',
      'Import declaration status',
      'Movement to be validated',
      'Inventory-linking message',
    ]);
  });

  it('calls by its route, unless the status says that nothing is held any more', () => {
    const movement = (roe: string, soe: string) =>
      brief(MOVEMENT, message('EAL') + status(roe, soe)).slice(1);
    expect({
      documents: movement('1', '14'),
      inspection: movement('2', '9'),
      'documents without a hold': movement('3', '14'),
      'none yet': movement('0', '18'),
      none: movement('6', '9'),
      'pre-lodged, inspection': movement('H2', '8'),
      'pre-lodged, none': movement('H6', '8'),
      'not known': movement('7', '14'),
      'cleared all the same': movement('1', '3'),
      'released from a hold': movement('2', '2'),
      'released, documents still wanted': movement('3', '2'),
      'released, a route from before it arrived': movement('H3', '2'),
      'cleared, and no documents any more': movement('3', '3'),
      rejected: movement('6', '11'),
    }).toEqual({
      documents: ['act', 'documents-required'],
      inspection: ['act', 'control'],
      'documents without a hold': ['watch', 'documents-required'],
      'none yet': ['info', 'registered'],
      none: ['info', 'accepted'],
      'pre-lodged, inspection': ['watch', 'registered'],
      'pre-lodged, none': ['info', 'registered'],
      'not known': ['watch', 'unknown'],
      'cleared all the same': ['info', 'cleared'],
      'released from a hold': ['info', 'released'],
      'released, documents still wanted': ['watch', 'documents-required'],
      'released, a route from before it arrived': ['info', 'released'],
      'cleared, and no documents any more': ['info', 'cleared'],
      rejected: ['act', 'rejected'],
    });
  });

  it('says in words where the goods are and how they stand', () => {
    const inside =
      `${message('EAL')}<crc>102</crc><goodsLocation>GBAUQUAY</goodsLocation><goodsArrivalDateTime>2026-11-22T09:41:00Z</goodsArrivalDateTime>` +
      `<movementReference>Move7</movementReference>${ucr('6GB000000000000-D1')}` +
      `<goodsItem><commodityCode>48111000</commodityCode><totalPackages>2</totalPackages></goodsItem>${status('6', '9')}`;
    const { nextStep, attention, details } = facts(MOVEMENT, inside);
    expect({ nextStep, attention, details: details.map(({ name, value }) => `${name}: ${value}`) }).toEqual({
      nextStep: 'Report the arrival of the goods for the declaration.',
      attention: 'watch',
      details: [
        'Result: 102: the declaration has not been arrived',
        'Route: 6: no control',
        'Status: 9: accepted',
        'Goods location: GBAUQUAY',
        'Arrived: 2026-11-22 09:41 UTC',
        'Goods item 1: commodity 48111000, 2 packages',
      ],
    });
  });

  it('lists the consignments of a consolidation, the first twenty, and takes the worst of them all', () => {
    const entries = Array.from(
      { length: 23 },
      (_, index) => `<entry>${ucr(`D${index + 1}`)}${status(index === 22 ? '2' : '6', '14')}</entry>`,
    );
    const inside = `${message('EMR')}<masterUCR>GB/QUAY-M1</masterUCR><masterROE>6</masterROE><masterSOE>C</masterSOE>${entries.join('')}`;
    const details = told(TOTALS, inside);
    expect([brief(TOTALS, inside), details.slice(0, 3), details.slice(-2)]).toEqual([
      ['Consolidation status (EMR)', 'act', 'control'],
      [
        'Route: 6: no control',
        'Status: C: shut, without permission to progress',
        'DUCR D1: route 6: no control; status 14: risk assessed',
      ],
      [
        'DUCR D20: route 6: no control; status 14: risk assessed',
        'More consignments: 3 more are in the message itself',
      ],
    ]);
  });

  it('answers a query with the consignment, its declaration and what belongs to it', () => {
    const inside = `<queriedDUCR><UCR>D1</UCR><parentMUCR>GB/M1</parentMUCR><declarationID>26GB12300000000000</declarationID>
      ${status('1', '14')}<movement><messageCode>EAL</messageCode><goodsLocation>GBAUQUAY</goodsLocation></movement></queriedDUCR>
      <parentMUCR><UCR>GB/M1</UCR><shut>true</shut></parentMUCR>`;
    const { mrn, attention, references, details } = facts(QUERY, inside);
    expect({ mrn, attention, references, details }).toEqual({
      mrn: '26GB12300000000000',
      attention: 'act',
      references: [
        { kind: 'mrn', value: '26GB12300000000000' },
        { kind: 'ducr', value: 'D1' },
        { kind: 'mucr', value: 'GB/M1' },
      ],
      details: [
        {
          name: 'DUCR asked for',
          value:
            'D1; declaration 26GB12300000000000; route 1: documents wanted, the goods are held; status 14: risk assessed',
        },
        { name: 'Movement EAL', value: 'GBAUQUAY' },
        { name: 'Belongs to MUCR', value: 'GB/M1; shut' },
      ],
    });
  });

  it('is an import status: rejected and short of money call, cleared does not', () => {
    const status = (ics: string, roe = '6') => brief(IMPORT, element('ics', ics) + element('roe', roe));
    expect(['2', '3', '4', '5', '6', '7', '11', '17', '23', '24', '99'].map((ics) => status(ics))).toEqual([
      ['Import declaration released', 'info', 'released'],
      ['Import declaration cleared', 'info', 'cleared'],
      ['Import declaration cancelled', 'watch', 'cancelled'],
      ['Import declaration rejected', 'act', 'rejected'],
      ['Import declaration handled outside the system', 'act', 'unknown'],
      ['Import declaration: an amendment is being validated', 'info', 'unknown'],
      ['Import declaration rejected on arrival', 'act', 'rejected'],
      ['Import declaration: not enough on the account or guarantee', 'act', 'tax'],
      ['Import declaration amended', 'watch', 'amended'],
      ['Import declaration: an officer is dealing with it', 'info', 'unknown'],
      ['Import declaration status 99', 'watch', 'unknown'],
    ]);
  });
});

it('is an import status that still asks for documents after the release', () => {
  const { title, meaning, nextStep, attention } = facts(IMPORT, element('ics', '2') + element('roe', '3'));
  expect([title, meaning, nextStep, attention]).toEqual([
    'Import declaration released',
    'The status of an import declaration as the port’s inventory system sees it. It says: documents wanted, the goods are not held.',
    'Send the documents that customs asks for.',
    'watch',
  ]);
});

describe('the answer to a request', () => {
  it('says which request was accepted or rejected', () => {
    const answer = (code: string, action: string) =>
      brief(CONTROL, message(code) + element('actionCode', action));
    expect([answer('EAL', '1'), answer('CST', '3'), answer('EAC', '2'), answer('EDL', '8')]).toEqual([
      ['Arrival request accepted (EAL)', 'info', 'accepted'],
      ['Request to shut the consolidation rejected (CST)', 'act', 'rejected'],
      ['Consolidation request accepted in part (EAC)', 'watch', 'accepted'],
      ['Answer to a movement request (EDL)', 'watch', 'unknown'],
    ]);
  });

  it('goes by its errors as well as by its action', () => {
    const error = '<error><errorCode>03</errorCode></error>';
    const answer = (action: string, inside: string) => {
      const { title, nextStep, attention } = facts(
        CONTROL,
        message('EAL') + element('actionCode', action) + inside,
      );
      return [title, nextStep, attention];
    };
    const SEND_AGAIN = 'Correct the errors listed and send the request again.';
    const CHECK = 'The answer names no error. Check the request against the state of the consignment.';
    const READ = 'Read the errors listed, and check that the request took effect.';
    expect(['1', '3'].map((action) => [answer(action, ''), answer(action, error)])).toEqual([
      [
        ['Arrival request accepted (EAL)', null, 'info'],
        ['Arrival request accepted, with errors (EAL)', READ, 'watch'],
      ],
      [
        ['Arrival request rejected (EAL)', CHECK, 'act'],
        ['Arrival request rejected (EAL)', SEND_AGAIN, 'act'],
      ],
    ]);
  });

  it('is to be watched where it does not say how it was answered', () => {
    expect([brief(CONTROL, message('EAL')), brief(CONTROL, '')]).toEqual([
      ['Answer to a movement request (EAL)', 'watch', 'unknown'],
      ['Answer to a movement request', 'watch', 'unknown'],
    ]);
  });

  it('explains its errors by the new numbers, the short ones and the old codes', () => {
    const codes = ['CDS50003', '03', '13', 'CDS50099', '6 E408 Unique reference not found', 'E301', 'odd'];
    const inside = codes.map((code) => `<error><errorCode>${code}</errorCode></error>`).join('');
    const errors = facts(CONTROL, message('EAC') + element('actionCode', '3') + inside).errors;
    expect(errors.map(({ code, meaning, description }) => [code, meaning, description])).toEqual([
      [
        'CDS50003',
        'The UCR is part of a larger consolidation; the request has to name the one at the top.',
        null,
      ],
      ['03', 'The UCR is part of a larger consolidation; the request has to name the one at the top.', null],
      ['13', 'No arrival was reported at the place of departure.', null],
      [
        'CDS50099',
        'A message about the export movement of the goods was refused. Quayside does not know this code more closely.',
        null,
      ],
      ['E408', 'There is no consignment under this UCR.', '6 E408 Unique reference not found'],
      [
        'E301',
        'A message about the export movement of the goods was refused, with a code of CHIEF, the system before CDS.',
        null,
      ],
      [
        'odd',
        'A message about the export movement of the goods was refused. Quayside does not know this code more closely.',
        null,
      ],
    ]);
  });
});
