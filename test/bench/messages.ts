import { cdsMessage, type DmsMessage } from '../simulators/cds/messages.ts';

/** How many messages in a row belong to one declaration. */
export const MESSAGES_A_DECLARATION = 5;

/** A CDS message of some 3 KB on average: the life of a declaration in five messages, over and over, each with its own MRN. */
export function benchMessage(index: number): Uint8Array {
  const declaration = Math.floor(index / MESSAGES_A_DECLARATION);
  const life = LIVES[declaration % LIVES.length]!;
  const message: DmsMessage = {
    ...life[index % MESSAGES_A_DECLARATION]!,
    mrn: mrn(declaration),
    lrn: `BN-${String(declaration).padStart(8, '0')}`,
    messageId: index.toString(16).padStart(32, '0'),
    issuedAt: Date.UTC(2026, 0, 1) + index * 20_000,
  };
  return new TextEncoder().encode(cdsMessage(message));
}

/** Spread over the alphabet, so that beginnings and middles of MRNs hit few. */
const mrn = (declaration: number): string =>
  `26GB${base36(scattered(declaration), 9)}${base36(declaration % 1296, 2)}AR${declaration % 10}`;

const scattered = (declaration: number): number => (declaration * 2_654_435_761) % 2 ** 40;
const base36 = (value: number, digits: number): string =>
  value.toString(36).toUpperCase().padStart(digits, '0');

const error = (item: number) => ({
  code: `CDS1205${item}`,
  pointer: `42A/67A/68A[${item}]/02A[1]/D006`,
  description: 'The bench finds this value unlikely for goods of this kind',
});
const ERRORS = [1, 2].map(error);
const TAXES = [1, 2, 3].map((item) => ({
  item,
  type: item % 2 === 0 ? 'A00' : 'B00',
  base: `${item}250.00`,
  rate: '20.00',
  amount: `${item}50.00`,
}));
const CHANGES = [1, 2, 3].map((item) => `42A/67A/68A[${item}]/23A[1]/137`);

const REGISTERED: DmsMessage = { functionCode: '02', errors: ERRORS };
const ACCEPTED: DmsMessage = { functionCode: '01', errors: ERRORS };
const TAX: DmsMessage = { functionCode: '13', taxes: TAXES };
const CHANGED: DmsMessage = { functionCode: '07', changes: CHANGES, reason: 'Corrected on request' };
const REJECTED: DmsMessage = { functionCode: '03', errors: [...ERRORS, error(4), error(5)] };
const CONTROL: DmsMessage = { functionCode: '05' };
const CLEARED: DmsMessage = { functionCode: '09' };

const LIVES: readonly (readonly DmsMessage[])[] = [
  [REGISTERED, ACCEPTED, TAX, TAX, CLEARED],
  [ACCEPTED, TAX, CHANGED, TAX, CLEARED],
  [ACCEPTED, CONTROL, CHANGED, TAX, CLEARED],
  [REJECTED, ACCEPTED, TAX, TAX, CLEARED],
];
