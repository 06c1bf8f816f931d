/**
 * Pictures as plain trees of SVG elements: composed by pure functions, drawn by the window as elements, written into files
 * and documents as text. A picture has a title and a description; the figures behind it stand in a table beside it.
 */
import { xmlText } from './escape-markup.ts';
import { textWidth, type Weight } from './text-width.ts';

export interface SvgNode {
  tag: string;
  attributes: Readonly<Record<string, string | number>>;
  children: readonly (SvgNode | string)[];
}

export interface Picture {
  /** In units of the picture; one unit is a CSS pixel on the screen. */
  width: number;
  height: number;
  /** A name in a few words, and what is to be seen in it. */
  title: string;
  description: string;
  nodes: readonly SvgNode[];
}

/** How the parts of a data series are told apart: by colour, by lightness and by dashes, so that print in grey works. */
export interface SeriesLook {
  stroke: string;
  fill: string;
  /** `stroke-dasharray`; empty for a whole line. */
  dash: string;
  /** Colour of words that stand on the fill. */
  onFill: string;
}

/** Colours by what they mean: variables of the window's theme, or fixed ones for paper. */
export interface Palette {
  ink: string;
  muted: string;
  hair: string;
  edge: string;
  ground: string;
  well: string;
  accent: string;
  accentGround: string;
  target: string;
  /** In the order in which they are taken; the last serves all that follow. */
  series: readonly SeriesLook[];
}

/** The window's own colours, light and dark. */
export const SCREEN: Palette = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  hair: 'var(--hair)',
  edge: 'var(--edge)',
  ground: 'var(--sheet)',
  well: 'var(--well)',
  accent: 'var(--accent)',
  accentGround: 'var(--selected)',
  target: 'var(--warning)',
  series: [
    { stroke: 'var(--accent)', fill: 'var(--accent)', dash: '', onFill: 'var(--on-accent)' },
    { stroke: 'var(--info)', fill: 'var(--info-line)', dash: '6 3', onFill: 'var(--ink)' },
    { stroke: 'var(--warning)', fill: 'var(--warning-line)', dash: '2 3', onFill: 'var(--ink)' },
    { stroke: 'var(--neutral)', fill: 'var(--neutral-line)', dash: '9 3 2 3', onFill: 'var(--ink)' },
    { stroke: 'var(--danger)', fill: 'var(--danger-line)', dash: '4 2', onFill: 'var(--ink)' },
    { stroke: 'var(--edge)', fill: 'var(--well)', dash: '1 2', onFill: 'var(--ink)' },
  ],
};

/** For paper and files: dark on white, steps of lightness that a grey printer keeps apart. */
export const PRINT: Palette = {
  ink: '#17211f',
  muted: '#4b5854',
  hair: '#d5dcd9',
  edge: '#76837f',
  ground: '#ffffff',
  well: '#f3f6f4',
  accent: '#14594a',
  accentGround: '#e3efea',
  target: '#6f4700',
  series: [
    { stroke: '#14594a', fill: '#14594a', dash: '', onFill: '#ffffff' },
    { stroke: '#3d6ea5', fill: '#8fb0d3', dash: '6 3', onFill: '#17211f' },
    { stroke: '#8a5a00', fill: '#ecd08e', dash: '2 3', onFill: '#17211f' },
    { stroke: '#5b6763', fill: '#b9c4c0', dash: '9 3 2 3', onFill: '#17211f' },
    { stroke: '#9c2119', fill: '#edc4be', dash: '4 2', onFill: '#17211f' },
    { stroke: '#76837f', fill: '#eef2f0', dash: '1 2', onFill: '#17211f' },
  ],
};

export function seriesLook(palette: Palette, index: number): SeriesLook {
  return palette.series[Math.min(index, palette.series.length - 1)] as SeriesLook;
}

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** One element; attributes without a value are left out, numbers are rounded to hundredths. */
export function element(
  tag: string,
  attributes: Attributes,
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  return {
    tag,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([name, value]) =>
        value === null || value === undefined || value === ''
          ? []
          : [[name, typeof value === 'number' ? hundredths(value) : value]],
      ),
    ),
    children,
  };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

const FONT = "'Source Sans 3 Variable', 'Source Sans 3', sans-serif";

export interface LabelLook {
  size?: number;
  weight?: Weight;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of text; `y` is its base line. */
export function label(text: string, x: number, y: number, look: LabelLook): SvgNode {
  return element(
    'text',
    {
      x,
      y,
      fill: look.fill,
      'font-family': FONT,
      'font-size': look.size ?? 12,
      'font-weight': look.weight === 600 ? 600 : null,
      'text-anchor': look.anchor === undefined || look.anchor === 'start' ? null : look.anchor,
    },
    text,
  );
}

/** The text, or as much of it as fits with an ellipsis. */
export function shortened(text: string, width: number, size: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}…`, size, weight) > width)
    letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function written(node: SvgNode | string): string {
  if (typeof node === 'string') return xmlText(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
  return node.children.length === 0
    ? `<${node.tag}${attributes}/>`
    : `<${node.tag}${attributes}>${node.children.map(written).join('')}</${node.tag}>`;
}

/** A picture as the text of an SVG file. */
export function svgText(picture: Picture): string {
  const { width, height, title, description, nodes } = picture;
  return written(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${hundredths(width)} ${hundredths(height)}`,
        role: 'img',
        'aria-labelledby': 'title description',
      },
      element('title', { id: 'title' }, title),
      element('desc', { id: 'description' }, description),
      ...nodes,
    ),
  );
}
