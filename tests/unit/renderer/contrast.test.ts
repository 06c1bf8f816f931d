import fs from 'node:fs';
import { describe, expect, it } from 'vitest';

/** WCAG contrast of the pairs of tokens that lie on each other, in both themes. */
const css = fs.readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z0-9-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright! + 0.05) / (dim! + 0.05);
}

const GROUNDS = ['desk', 'sheet', 'raised', 'well', 'hover', 'selected'];
const TEXT: [string, string][] = [
  ...['ink', 'muted'].flatMap((ink) =>
    [...GROUNDS, 'pressed'].map((ground): [string, string] => [ink, ground]),
  ),
  ...['accent', 'danger', 'warning', 'faint'].flatMap((ink) =>
    ['desk', 'sheet', 'raised', 'well'].map((ground): [string, string] => [ink, ground]),
  ),
  ['accent', 'selected'],
  ['accent', 'hover'],
  ['ink', 'marked'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'accent-pressed'],
  ['on-danger', 'danger'],
  ...['ok', 'warning', 'danger', 'info', 'neutral'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-ground`],
    ['ink', `${tone}-ground`],
  ]),
  ...['rail', 'rail-hover', 'rail-selected'].map((ground): [string, string] => ['rail-ink', ground]),
  ['rail-muted', 'rail'],
];
/** Edges of controls, the focus ring, icons: 3 to 1. */
const SHAPES: [string, string][] = [
  ...['edge', 'focus', 'accent'].flatMap((ink) =>
    ['desk', 'sheet', 'raised', 'well'].map((ground): [string, string] => [ink, ground]),
  ),
  ['rail-focus', 'rail'],
  ['rail-focus', 'rail-selected'],
];

function value(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`tokens.css has no --${name}`);
  return token[theme];
}

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  it.each(TEXT)('%s on %s can be read (4.5 : 1)', (ink, ground) => {
    expect(contrast(value(ink, theme), value(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(SHAPES)('%s on %s can be seen (3 : 1)', (ink, ground) => {
    expect(contrast(value(ink, theme), value(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

it('knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
