import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitToDisplays } from './window-bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };
const saved = { width: 1280, height: 820, maximised: false };

describe('the place of the window', () => {
  it('is centred at its usual size when nothing is remembered', () => {
    expect(fitToDisplays(saved, [laptop])).toEqual({ width: 1280, height: 820 });
  });

  it('is where it was left, on whichever display', () => {
    expect(fitToDisplays({ ...saved, x: 1500, y: 40 }, [laptop, beside])).toEqual({
      x: 1500,
      y: 40,
      width: 1280,
      height: 820,
    });
  });

  it('is centred when its display is gone', () => {
    expect(fitToDisplays({ ...saved, x: 1500, y: 40 }, [laptop])).toEqual({ width: 1280, height: 820 });
  });

  it('is centred when its title bar is above the screen', () => {
    expect(fitToDisplays({ ...saved, x: 100, y: -200 }, [laptop])).toEqual({ width: 1280, height: 820 });
  });

  it('shrinks to a smaller display', () => {
    expect(fitToDisplays({ ...saved, width: 5000, height: 3000, x: 0, y: 25 }, [laptop])).toEqual({
      x: 0,
      y: 25,
      width: 1440,
      height: 875,
    });
  });

  it('never leaves a person without a handle', () => {
    const coordinate = fc.integer({ min: -10_000, max: 10_000 });
    const state = fc.record({
      x: coordinate,
      y: coordinate,
      width: fc.integer({ min: 640, max: 20_000 }),
      height: fc.integer({ min: 400, max: 20_000 }),
      maximised: fc.boolean(),
    });
    fc.assert(
      fc.property(state, (window) => {
        const place = fitToDisplays(window, [laptop, beside]);
        if (place.x === undefined || place.y === undefined) return;
        expect(place.x + place.width).toBeGreaterThanOrEqual(120);
        expect(place.x).toBeLessThanOrEqual(1440 + 1920 - 120);
        expect(place.y).toBeGreaterThanOrEqual(0);
        expect(place.y).toBeLessThanOrEqual(1080 - 32);
      }),
    );
  });
});
