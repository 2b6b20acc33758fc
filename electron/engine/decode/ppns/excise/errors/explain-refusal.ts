import { europeanErrors } from './european-errors.ts';
import { movementErrors } from './movement-errors.ts';
import { northernIrelandErrors } from './northern-ireland-errors.ts';
import { registerErrors } from './register-errors.ts';

const MEANINGS: ReadonlyMap<string, string> = new Map(
  [registerErrors, movementErrors, northernIrelandErrors, europeanErrors].flatMap((table) =>
    Object.entries(table),
  ),
);

/** What an error of an IE704 says, in our own words; null for a code that no list has. */
export const refusalMeaning = (code: string): string | null => MEANINGS.get(code) ?? null;

/**
 * Whether a draft with this error can be corrected and sent again: those that HMRC's own front end lets a trader
 * correct. With any other a new movement has to be made.
 */
export const isRepairable = (code: string): boolean => REPAIRABLE.has(code);

/** What mends an error; null where nothing is known of its code. */
export function mendingOf(code: string): string | null {
  if (code === DUPLICATE_LRN) return 'Send it again with a new LRN.';
  if (code === REGISTER_DOWN) return 'Nothing to correct: send the same message again later.';
  if (code === OUT_OF_SEQUENCE)
    return 'See what became of the movement since, and send only what it still allows.';
  if (isRepairable(code)) return 'Correct it in the draft, and send it again.';
  return MEANINGS.has(code)
    ? 'In a draft this cannot be corrected: make a new movement. Any other message can be sent anew.'
    : null;
}

export const DUPLICATE_LRN = '4402';
export const REGISTER_DOWN = '4499';
const OUT_OF_SEQUENCE = '4492';

const REPAIRABLE: ReadonlySet<string> = new Set([
  ...['4401', '4402', '4404', '4405', '4406', '4407', '4408', '4409', '4410', '4412', '4413', '4414', '4415'],
  ...['4416', '4417', '4418', '4419', '4420', '4423', '4425', '4445', '4451', '4455', '4456', '4458', '4461'],
  '4527',
]);
