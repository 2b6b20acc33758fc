import type { WindowState } from '../../shared/settings.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where to open the window; without `x` and `y` the system centres it. */
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The remembered place, as far as today's displays allow: a window whose title bar nobody could reach is
 * centred, one that is larger than its display is made to fit. `workAreas` has the primary display first.
 */
export function fitToDisplays(saved: WindowState, workAreas: readonly Rectangle[]): WindowPlace {
  const [primary] = workAreas;
  if (primary === undefined) return { width: saved.width, height: saved.height };
  if (saved.x === undefined || saved.y === undefined) return sizeWithin(saved, primary);

  const corner = { x: saved.x, y: saved.y };
  const places = workAreas.map((area) => ({ area, place: { ...corner, ...sizeWithin(saved, area) } }));
  const reachable = places.find(({ area, place }) => isReachable(place, area));
  return reachable === undefined ? sizeWithin(saved, primary) : reachable.place;
}

const TITLE_BAR_HEIGHT = 32;
/** So much of the title bar must show that it can be taken hold of. */
const HANDLE_WIDTH = 120;

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= HANDLE_WIDTH && window.y >= area.y && window.y + TITLE_BAR_HEIGHT <= area.y + area.height;
}

const sizeWithin = (saved: WindowState, area: Rectangle) => ({
  width: Math.min(saved.width, area.width),
  height: Math.min(saved.height, area.height),
});
