import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from('IEND');

/** Whether the file is a whole PNG: begins as one and has its last chunk. */
export function isPicture(file) {
  if (!existsSync(file)) return false;
  const bytes = readFileSync(file);
  return bytes.subarray(0, 8).equals(PNG_SIGNATURE) && bytes.subarray(-12).includes(PNG_END);
}

/** Waits until the file is a whole PNG, for at most `limitMs`; answers whether it is. */
export async function pictureWithin(file, limitMs) {
  const until = Date.now() + limitMs;
  while (!isPicture(file)) {
    if (Date.now() >= until) return false;
    await wait(200);
  }
  return true;
}
