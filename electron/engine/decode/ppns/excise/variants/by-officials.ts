import { to, toBoth, toEach, type Variant } from '../side-words.ts';

/** What officials decide or report, by type and by what decides in it. */
export const byOfficialsVariants = {
  IE717: {
    fine: toBoth(
      'control',
      'Control: nothing that matters was found',
      'info',
      'Officials checked the movement and found nothing that they object to.',
    ),
    '2': toBoth(
      'control',
      'Control: small discrepancies found',
      'watch',
      'Officials checked the movement, and goods and papers differ a little.',
      'Compare with your own records.',
    ),
    '3': toBoth(
      'control',
      'Control: stopping the movement is recommended',
      'act',
      'Officials checked the movement and recommend that it be stopped. An interruption (IE807) may follow.',
      'Call the excise office named in the message.',
    ),
    '4': toBoth(
      'control',
      'Control: a claim for duty is intended',
      'act',
      'Officials checked the movement and mean to claim duty.',
      'Call the excise office named in the message.',
    ),
    other: toBoth(
      'control',
      'Control of an excise movement reported',
      'watch',
      'Officials checked the movement. What they found is in the message.',
      'Open the movement in EMCS to see what was found.',
    ),
  },
  IE807: {
    any: toBoth(
      'held',
      'Excise movement stopped by officials',
      'act',
      'Officials stopped this movement; the goods may be held or seized.',
      'Call the excise office named in the message.',
    ),
  },
  IE829: {
    any: toEach('accepted', 'Accepted for export', {
      consignor: to(
        'info',
        'Customs accepted the movement for export. The goods are not out of the country yet.',
        'Wait for the report of export (IE818).',
      ),
    }),
  },
  IE839: {
    any: toEach('rejected', 'Excise movement rejected by customs', {
      consignor: to(
        'act',
        'Customs refused the export or import data of this movement: the goods may not go on under it.',
        'Correct the export or import declaration, or change the destination of the movement (IE813).',
      ),
    }),
  },
  IE840: {
    '1': toBoth(
      'updated',
      'Event on the way reported',
      'watch',
      'Something happened on the way: goods may be lost or damaged, or travel by other means.',
      'Read the report, and ask the carrier.',
    ),
    '3': toBoth(
      'updated',
      'Further report on an event on the way',
      'watch',
      'There is a further report on something that happened on the way.',
      'Read the report, and ask the carrier.',
    ),
    other: toBoth(
      'updated',
      'Event report on an excise movement',
      'watch',
      'An event during the movement was reported.',
      'Open the movement in EMCS to read the report.',
    ),
  },
  IE905: {
    X01: state('accepted', 'info', 'accepted and under way'),
    X02: state('cancelled', 'watch', 'cancelled', 'Check that the cancellation was wanted.'),
    X03: state('accepted', 'info', 'delivered and closed'),
    X04: state('amended', 'info', 'diverted'),
    X05: state(
      'rejected',
      'act',
      'rejected by the consignee',
      'Send a change of destination (IE813), or cancel the movement (IE810) if the goods have not left.',
    ),
    X06: state('amended', 'info', 'split and replaced by others', 'Use the new ARCs.'),
    X07: state('cleared', 'watch', 'closed by officials', 'Keep this message.'),
    X08: state('rejected', 'act', 'refused at receipt', 'Send a change of destination (IE813).'),
    X09: state('unknown', 'info', 'none'),
    X10: state(
      'rejected',
      'act',
      'partly refused at receipt',
      'Send a change of destination (IE813) for what was refused.',
    ),
    X11: state('accepted', 'info', 'being exported', 'Wait for the report of export (IE818).'),
    X13: state('held', 'act', 'stopped by officials', 'Call the excise office.'),
    X14: state('accepted', 'info', 'export declaration accepted', 'Wait for the report of export (IE818).'),
    X15: state('accepted', 'info', 'accepted for export', 'Wait for the report of export (IE818).'),
    other: toBoth(
      'unknown',
      'Status of the excise movement',
      'watch',
      'EMCS told the status of the movement. Only the message tells which one it is.',
      'Open the movement in EMCS to see its status.',
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Variant>>>>;

/** A status comes as the answer to a question about it, or together with a closure by officials. */
function state(
  outcome: Variant['outcome'],
  attention: 'act' | 'watch' | 'info',
  words: string,
  nextStep: string | null = null,
): Variant {
  return toBoth(
    outcome,
    `Status of the excise movement: ${words}`,
    attention,
    `EMCS holds the movement as ${words}.`,
    nextStep,
  );
}
