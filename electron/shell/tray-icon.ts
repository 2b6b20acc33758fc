/** What to draw: how many need a person, and whether the system tints the icon itself (macOS). */
export interface TrayIcon {
  /** Edge in pixels. */
  readonly size: number;
  readonly needsAction: number;
  /** Black and transparent only: the system chooses the colour. */
  readonly isTemplate: boolean;
}

type Colour = readonly [red: number, green: number, blue: number];

const ACCENT: Colour = [11, 107, 92];
const ALERT: Colour = [196, 42, 32];
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];

/** Points inside a pixel that are looked at in each direction, so that edges are smooth. */
const SAMPLES = 4;

/**
 * The tray's picture as rows of premultiplied BGRA bytes, top left first, as `nativeImage.createFromBitmap` takes
 * them: a disc with a mooring ring, and a red badge with the count where something needs a person.
 */
export function drawTrayIcon(icon: TrayIcon): Uint8Array {
  const pixels = new Uint8Array(icon.size * icon.size * 4);
  for (let row = 0; row < icon.size; row += 1) {
    for (let column = 0; column < icon.size; column += 1) {
      pixels.set(pixel(icon, column, row), (row * icon.size + column) * 4);
    }
  }
  return pixels;
}

function pixel(icon: TrayIcon, column: number, row: number): number[] {
  let [red, green, blue, covered] = [0, 0, 0, 0];
  for (let index = 0; index < SAMPLES * SAMPLES; index += 1) {
    const x = (column + ((index % SAMPLES) + 0.5) / SAMPLES) / icon.size;
    const y = (row + (Math.floor(index / SAMPLES) + 0.5) / SAMPLES) / icon.size;
    const colour = colourAt(icon, x, y);
    if (colour === null) continue;
    red += colour[0];
    green += colour[1];
    blue += colour[2];
    covered += 255;
  }
  return [blue, green, red, covered].map((sum) => Math.round(sum / (SAMPLES * SAMPLES)));
}

/** The colour at a point of the unit square; null where nothing is drawn. */
function colourAt({ needsAction, isTemplate }: TrayIcon, x: number, y: number): Colour | null {
  if (needsAction > 0) {
    const inBadge = distance(x, y, BADGE.x, BADGE.y);
    if (inBadge < BADGE.radius) {
      const isDigit = isInCount(needsAction, x, y);
      if (isTemplate) return isDigit ? null : BLACK;
      return isDigit ? WHITE : ALERT;
    }
    if (inBadge < BADGE.radius + BADGE.gap) return null;
  }
  const fromCentre = distance(x, y, 0.5, 0.5);
  if (fromCentre > 0.48) return null;
  const isRing = Math.abs(distance(x, y, 0.5, 0.55) - 0.2) < 0.055;
  const isPost = Math.abs(x - 0.5) < 0.055 && y > 0.16 && y < 0.36;
  if (isTemplate) return isRing || isPost ? null : BLACK;
  return isRing || isPost ? WHITE : ACCENT;
}

const BADGE = { x: 0.68, y: 0.68, radius: 0.31, gap: 0.04 } as const;

/** Three columns by five rows, a row a word. */
const GLYPHS: Readonly<Record<string, readonly string[]>> = {
  '1': ['.#.', '##.', '.#.', '.#.', '###'],
  '2': ['##.', '..#', '.#.', '#..', '###'],
  '3': ['##.', '..#', '.#.', '..#', '##.'],
  '4': ['#.#', '#.#', '###', '..#', '..#'],
  '5': ['###', '#..', '##.', '..#', '##.'],
  '6': ['.##', '#..', '###', '#.#', '###'],
  '7': ['###', '..#', '.#.', '.#.', '.#.'],
  '8': ['###', '#.#', '###', '#.#', '###'],
  '9': ['###', '#.#', '###', '..#', '##.'],
  '+': ['...', '.#.', '###', '.#.', '...'],
};

/** One digit fits; ten and more are a plus sign. */
function isInCount(count: number, x: number, y: number): boolean {
  const glyph = GLYPHS[count > 9 ? '+' : String(count)] ?? [];
  const height = BADGE.radius * 1.3;
  const cell = height / 5;
  const column = Math.floor((x - (BADGE.x - cell * 1.5)) / cell);
  const row = Math.floor((y - (BADGE.y - height / 2)) / cell);
  return glyph[row]?.[column] === '#';
}

const distance = (x: number, y: number, toX: number, toY: number): number => Math.hypot(x - toX, y - toY);
