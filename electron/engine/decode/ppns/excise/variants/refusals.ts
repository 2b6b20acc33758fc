import { toBoth, type Variant } from '../side-words.ts';

/** IE704, by the number of the message that it refuses. */
export const refusalVariants = {
  IE815: refusal(
    'New excise movement refused',
    'Your new movement was refused: it does not exist and has no ARC.',
    'See the errors; correct the draft, or make a new movement.',
  ),
  IE810: refusal(
    'Cancellation refused',
    'Your cancellation was refused: the movement stands.',
    'If the goods have not left, correct it and send it again. Otherwise only a change of destination (IE813) helps.',
  ),
  IE813: refusal(
    'Change of destination refused',
    'Your change of destination was refused: the old destination stands.',
    'Send a new change of destination (IE813).',
  ),
  IE818: refusal(
    'Report of receipt not accepted by EMCS',
    'Your report of receipt was refused: the movement is still open.',
    'Send a new report of receipt (IE818).',
  ),
  IE819: refusal(
    'Alert or rejection not accepted by EMCS',
    'Your alert or rejection was refused: it has no effect.',
    'Send a new alert or rejection (IE819).',
  ),
  IE825: refusal(
    'Split refused',
    'Your split was refused: the movement stands as it was.',
    'Correct it, and split the movement again (IE825).',
  ),
  IE837: refusal(
    'Explanation of a delay refused',
    'Your explanation of a delay was refused: it has no effect.',
    'Send a new explanation (IE837).',
  ),
  IE871: refusal(
    'Explanation of a shortage or excess refused',
    'Your explanation of a shortage or excess was refused: it has no effect.',
    'Send a new explanation (IE871).',
  ),
  other: refusal(
    'Excise message refused',
    'A message that you sent was refused: it has no effect.',
    'See the errors, and what was sent last for this LRN or ARC. Then send it again.',
  ),
} as const satisfies Readonly<Record<string, Variant>>;

/** The number of a message that EMCS can refuse; `other` where it cannot be told which one it was. */
export type Refused = keyof typeof refusalVariants;

function refusal(title: string, meaning: string, nextStep: string): Variant {
  return toBoth('rejected', title, 'act', meaning, nextStep);
}
