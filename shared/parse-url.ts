/** The address, or null where it is none. `URL.canParse` is younger than the oldest runtime that this runs on. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
