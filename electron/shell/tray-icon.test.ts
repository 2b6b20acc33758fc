import { describe, expect, it } from 'vitest';
import { drawTrayIcon } from './tray-icon.ts';

const draw = (needsAction: number, isTemplate = false) => drawTrayIcon({ size: 32, needsAction, isTemplate });

const reds = (pixels: Uint8Array) =>
  Array.from({ length: pixels.length / 4 }, (_, index) => pixels.subarray(index * 4, index * 4 + 4)).filter(
    ([blue = 0, green = 0, red = 0, alpha = 0]) => alpha === 255 && red > 150 && green < 100 && blue < 100,
  ).length;

describe('the tray icon', () => {
  it('has a red badge only when something needs a person', () => {
    expect(reds(draw(0))).toBe(0);
    expect(reds(draw(3))).toBeGreaterThan(100);
  });

  it('differs for each count up to nine and is the same from ten on', () => {
    const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const pictures = new Set(counts.map((count) => Buffer.from(draw(count)).toString('base64')));
    expect(pictures.size).toBe(counts.length);
    expect(draw(4321)).toEqual(draw(10));
  });

  it('is premultiplied: no colour exceeds its alpha', () => {
    const pixels = draw(7);
    const tooBright = pixels.findIndex((value, index) => value > (pixels[index - (index % 4) + 3] ?? 0));
    expect(tooBright).toBe(-1);
  });

  it('holds no colour at all as a template', () => {
    const isColoured = draw(3, true).some((value, index) => index % 4 !== 3 && value > 0);
    expect(isColoured).toBe(false);
  });
});
