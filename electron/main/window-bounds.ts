import type { WindowState } from './preferences.ts';

export const MINIMUM_SIZE = { width: 1024, height: 700 } as const;
const DEFAULT_SIZE = { width: 1280, height: 800 } as const;

/** Ground of the page before its first paint: `--desk` of the style sheet, so that nothing flashes. */
export const BACKGROUND = { light: '#eaeeec', dark: '#0f1514' } as const;

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How much of the window's top edge must lie on a display, so that it can be taken hold of. */
const GRIP = { width: 100, height: 40 };

/**
 * Bounds for a new window: the remembered ones when a display still shows enough of them, else the default size
 * with the place left to the system. Never larger than the display and never smaller than the minimum.
 */
export function windowBounds(
  remembered: WindowState | undefined,
  workAreas: readonly Rectangle[],
): { width: number; height: number; x?: number; y?: number } {
  if (remembered === undefined) return { ...DEFAULT_SIZE };
  const area = workAreas.find((one) => {
    const left = Math.max(one.x, remembered.x);
    const right = Math.min(one.x + one.width, remembered.x + remembered.width);
    return (
      right - left >= GRIP.width &&
      remembered.y >= one.y - GRIP.height / 2 &&
      remembered.y <= one.y + one.height - GRIP.height
    );
  });
  const size = {
    width: Math.max(MINIMUM_SIZE.width, Math.min(remembered.width, area?.width ?? DEFAULT_SIZE.width)),
    height: Math.max(MINIMUM_SIZE.height, Math.min(remembered.height, area?.height ?? DEFAULT_SIZE.height)),
  };
  return area === undefined ? size : { ...size, x: remembered.x, y: Math.max(area.y, remembered.y) };
}
