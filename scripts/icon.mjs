import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePng } from './setup/png.mjs';
import { ROOT } from './setup/root-folder.mjs';

/**
 * `node scripts/icon.mjs`: draws the app's icon into build/ anew: a Q moored at the quay's edge, above water, with
 * the dot of something that wants attention. Shapes are distances from their edge (negative inside), in units of
 * the icon's width; a pixel's cover follows from the distance, which gives smooth edges at any size.
 */
const NAVY = [16, 42, 67];
const WATER = [43, 108, 142];
const PAPER = [250, 250, 247];
const AMBER = [245, 166, 35];

mkdirSync(join(ROOT, 'build/icons'), { recursive: true });
for (const size of [512, 1024]) {
  const png = encodePng(size, draw(size));
  writeFileSync(join(ROOT, `build/icons/${size}x${size}.png`), png);
  if (size === 1024) writeFileSync(join(ROOT, 'build/icon.png'), png);
}

function draw(size) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const x = (column + 0.5) / size;
      const y = (row + 0.5) / size;
      const cover = (distance) => Math.min(1, Math.max(0, 0.5 - distance * size));
      const base = tile(x, y);
      let colour = NAVY;
      colour = mix(colour, WATER, cover(Math.max(base, water(x, y))));
      colour = mix(colour, PAPER, cover(letter(x, y)));
      colour = mix(colour, NAVY, cover(circle(x, y, 0.735, 0.265, 0.145)));
      colour = mix(colour, AMBER, cover(circle(x, y, 0.735, 0.265, 0.105)));
      pixels.set([...colour, Math.round(255 * cover(base))], (row * size + column) * 4);
    }
  }
  return pixels;
}

function circle(x, y, centreX, centreY, radius) {
  return Math.hypot(x - centreX, y - centreY) - radius;
}

/** A square with round corners, a little inside the picture's edge. */
function tile(x, y) {
  const corner = 0.2;
  const reach = 0.46 - corner;
  const overX = Math.abs(x - 0.5) - reach;
  const overY = Math.abs(y - 0.5) - reach;
  return Math.hypot(Math.max(overX, 0), Math.max(overY, 0)) + Math.min(Math.max(overX, overY), 0) - corner;
}

function water(x, y) {
  return 0.77 + 0.018 * Math.sin(x * 6 * Math.PI) - y;
}

/** A ring, and its tail as a stroke with round ends. */
function letter(x, y) {
  const ring = Math.abs(circle(x, y, 0.49, 0.49, 0.215)) - 0.043;
  return Math.min(ring, stroke(x, y, [0.585, 0.585], [0.715, 0.715], 0.043));
}

function stroke(x, y, [fromX, fromY], [toX, toY], halfWidth) {
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  const along = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY) - halfWidth;
}

function mix(under, over, cover) {
  return under.map((channel, index) => Math.round(channel + (over[index] - channel) * cover));
}
