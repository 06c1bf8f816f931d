import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BACKGROUND, windowBounds } from '../../../electron/main/window-bounds.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const monitor = { x: 1440, y: 0, width: 2560, height: 1400 };
const at = (x: number, y: number, width = 1200, height = 800) => ({ x, y, width, height, maximized: false });

describe('windowBounds', () => {
  test('the first time: the default size, the place is the system’s', () => {
    expect(windowBounds(undefined, [laptop])).toEqual({ width: 1280, height: 800 });
  });

  test('a window that a display still shows comes back where it was', () => {
    expect(windowBounds(at(1500, 100), [laptop, monitor])).toEqual({
      x: 1500,
      y: 100,
      width: 1200,
      height: 800,
    });
    expect(windowBounds(at(-300, 60), [laptop])).toEqual({ x: -300, y: 60, width: 1200, height: 800 });
  });

  test('a window on a display that is gone keeps its size only', () => {
    expect(windowBounds(at(1500, 100), [laptop])).toEqual({ width: 1200, height: 800 });
    expect(windowBounds(at(100, 5000), [laptop])).toEqual({ width: 1200, height: 800 });
    expect(windowBounds(at(100, -500), [laptop])).toEqual({ width: 1200, height: 800 });
    expect(windowBounds(at(100, 100), [])).toEqual({ width: 1200, height: 800 });
  });

  test('only a sliver in view does not count', () => {
    expect(windowBounds(at(1400, 100), [laptop])).not.toHaveProperty('x');
  });

  test('its title bar never lies above the work area', () => {
    expect(windowBounds(at(10, 10), [laptop])).toMatchObject({ y: 25 });
  });

  test('no larger than the display, no smaller than the minimum', () => {
    expect(windowBounds(at(0, 25, 4000, 3000), [laptop])).toMatchObject({ width: 1440, height: 875 });
    expect(windowBounds(at(0, 25, 10, 10), [laptop])).toMatchObject({ width: 1024, height: 700 });
  });
});

test('the ground before the first paint is that of the style sheet', () => {
  const tokens = fs.readFileSync(
    path.resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'),
    'utf8',
  );
  expect(tokens).toContain(`--desk: light-dark(${BACKGROUND.light}, ${BACKGROUND.dark})`);
});
