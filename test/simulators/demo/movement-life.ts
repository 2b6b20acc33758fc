import { between, hexFrom, oneOf, uuidFrom, weighted } from '../cds/chance.ts';
import { madeUpLrn, madeUpMrn, traders } from '../cds/made-up.ts';
import { ctcMessageReceived } from '../ppns/ctc-messages.ts';
import { gvmsMessage } from '../ppns/producer-messages.ts';

/** One message of a movement: its text as of the instant it is sent, epoch milliseconds. */
export type MovementMessage = (at: number) => string;

/** The messages of an invented transit movement or crossing, in order. */
export function movementLife(random: () => number, bornAt: number): readonly MovementMessage[] {
  const { kind, steps } = weighted(random, lives);
  return kind === 'gvms' ? crossing(random, steps) : transit(random, kind, steps, bornAt);
}

/** Message types of NCTS for transit, with the code that decides after a stroke; states of the goods movement reference for a crossing. */
const lives: readonly {
  readonly kind: 'departures' | 'arrivals' | 'gvms';
  readonly weight: number;
  readonly steps: readonly string[];
}[] = [
  { kind: 'departures', weight: 40, steps: ['IE928', 'IE028', 'IE029', 'IE045'] },
  { kind: 'departures', weight: 4, steps: ['IE928', 'IE028', 'IE060/0', 'IE029'] },
  { kind: 'departures', weight: 2, steps: ['IE928', 'IE056/015'] },
  { kind: 'arrivals', weight: 20, steps: ['IE043', 'IE025/1'] },
  { kind: 'arrivals', weight: 2, steps: ['IE043', 'IE025/4', 'IE025/1'] },
  { kind: 'gvms', weight: 25, steps: ['OPEN', 'CHECKED_IN', 'EMBARKED', 'COMPLETED'] },
  { kind: 'gvms', weight: 3, steps: ['OPEN', 'CHECKED_IN', 'INSPECTION', 'EMBARKED', 'COMPLETED'] },
];

function transit(
  random: () => number,
  direction: 'departures' | 'arrivals',
  types: readonly string[],
  bornAt: number,
): readonly MovementMessage[] {
  const trader = oneOf(random, traders);
  const movement = {
    direction,
    movementId: hexFrom(random, 16),
    eori: trader.eori,
    mrn: madeUpMrn(random, 'export', bornAt),
    lrn: madeUpLrn(random, trader, bornAt),
  };
  return types.map((step) => (at: number) => {
    const [type = ''] = step.split('/');
    // Before it is accepted, a departure has no MRN.
    const mrn = type === 'IE928' || type === 'IE056' ? null : movement.mrn;
    const preparedAt = new Date(at).toISOString().slice(0, 19);
    const message = { ...movement, mrn, type, messageId: hexFrom(random, 16), preparedAt };
    return ctcMessageReceived({ ...message, ...DECIDING[step] });
  });
}

/** What decides, in the messages whose type alone does not. */
const DECIDING: Readonly<Record<string, { readonly operation: string; readonly content?: string }>> = {
  'IE025/1': { operation: '<releaseIndicator>1</releaseIndicator>' },
  'IE025/4': { operation: '<releaseIndicator>4</releaseIndicator>' },
  'IE056/015': {
    operation: '<businessRejectionType>015</businessRejectionType><rejectionCode>12</rejectionCode>',
    content:
      '<FunctionalError><errorPointer>/CC015C/Consignment/HouseConsignment[1]/ConsignmentItem[3]/Commodity/GoodsMeasure/netMass</errorPointer>' +
      '<errorCode>14</errorCode><errorReason>R0223</errorReason></FunctionalError>',
  },
  'IE060/0': {
    operation: '<notificationType>0</notificationType>',
    content: '<TypeOfControls><type>10</type></TypeOfControls>',
  },
};

function crossing(random: () => number, states: readonly string[]): readonly MovementMessage[] {
  const gmrId = `GMR${oneOf(random, ['A', 'B', 'C'])}${String(between(random, 0, 99_999_999)).padStart(8, '0')}`;
  return states.map((state) => (at: number) => {
    const isInspected = state === 'INSPECTION';
    return gvmsMessage({
      gmrId,
      state: isInspected ? 'CHECKED_IN' : state,
      inspectionRequired: isInspected,
      ...(isInspected ? { reportToLocations: [{ inspectionTypeId: '1', locationIds: ['4'] }] } : {}),
      createdDateTime: new Date(at).toISOString(),
      messageId: uuidFrom(random),
    });
  });
}
