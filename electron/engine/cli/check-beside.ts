import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_KEY_BYTES } from '../cards/card-tokens.ts';
import { CARD_KEY_FILE } from '../cards/open-card-key.ts';
import type { Fault } from '../store/store.ts';
import { ledgerFault } from '../store/sqlite/ledger-fault.ts';

/** What is wrong beside the archive in a data directory: with the key of its card tokens, and with the ledger of calls. */
export function faultsBeside(directory: string, holdsCards: boolean): Fault[] {
  const key = cardKeyFault(join(directory, CARD_KEY_FILE), holdsCards);
  const ledger = ledgerFault(join(directory, 'slots.db'));
  return [
    ...(key === null ? [] : [{ what: 'card-key', detail: key }]),
    ...(ledger === null ? [] : [{ what: 'ledger', detail: ledger }]),
  ];
}

function cardKeyFault(file: string, holdsCards: boolean): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    if (!holdsCards) return null;
    return `${file} is missing, and payment messages are here. Put it back from a copy of the folder before the next poll: without it Quayside makes a new key, and the same card has another token from then on.`;
  }
  if (!found.isFile())
    return `${file} is not a file. Move it elsewhere, and put the key back from a copy of the folder.`;
  try {
    const { byteLength } = readFileSync(file);
    if (byteLength === CARD_KEY_BYTES) return null;
    return `${file} has ${byteLength} bytes instead of ${CARD_KEY_BYTES}, so payment accounts are not polled. Put it back from a copy of the folder. Without one, move it elsewhere: Quayside makes a new key, and the same card has another token from then on. The archive is not affected.`;
  } catch (error) {
    return `${file} cannot be read (${error instanceof Error ? error.message : 'unknown'}): give it back to the person who runs Quayside.`;
  }
}
