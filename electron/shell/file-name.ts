/**
 * `text` as a file name without its extension that every system takes: no separators, no control characters, no
 * device of Windows, no hidden file, at most 100 characters. `otherwise` where nothing is left of it.
 */
export function fileNameFrom(text: string, otherwise: string): string {
  const bare = text
    .normalize('NFC')
    .replace(NOT_IN_NAMES, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (bare === '') return otherwise;
  return DEVICE.test(bare) ? `_${bare}` : bare;
}

const LONGEST = 100;
/** What a file system forbids, what cannot be seen, and halves of characters. */
const NOT_IN_NAMES = /[<>:"/\\|?*]|\p{Cc}|\p{Cf}|\p{Cs}/gu;
/** Windows takes these for devices, whatever follows a dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
