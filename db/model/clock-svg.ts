/** The drawing of a clock as an SVG document that prints in black and white: signs differ by shape, not by colour. */
import { LABEL_SIZE, MARK_RADIUS, type ClockDrawing, type DrawnMark, type Point } from './clock-drawing.ts';
import type { OccurrenceState } from './clock.ts';
import { xmlText } from './escape-markup.ts';

const FACE = "'Source Sans 3', 'Source Sans 3 Variable', sans-serif";
/** Between the lines of a label. */
export const LABEL_LINE = 15.5;

const round = (value: number): string => String(Math.round(value * 100) / 100);
const points = (list: readonly Point[]): string =>
  list.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');

/** How a mark is drawn by its state. `tick`: a small sign that it is done. */
const MARK_LOOK: Readonly<
  Record<OccurrenceState, { fill: string; ink: string; stroke: number; tick: boolean }>
> = {
  coming: { fill: '#ffffff', ink: '#111111', stroke: 1.1, tick: false },
  now: { fill: '#ffffff', ink: '#111111', stroke: 2.6, tick: false },
  due: { fill: '#d9d9d9', ink: '#111111', stroke: 2.6, tick: false },
  late: { fill: '#111111', ink: '#ffffff', stroke: 1.1, tick: false },
  done: { fill: '#ffffff', ink: '#6b6b6b', stroke: 0.7, tick: true },
};

/** A small tick at the upper right of a mark, relative to its middle. */
export const TICK = 'M4 -9 L7.5 -5.5 L14 -13';

function sign(x: number, y: number, state: OccurrenceState, isUncertain: boolean, radius: number): string {
  const look = MARK_LOOK[state];
  const dashes = isUncertain ? ' stroke-dasharray="3 2.4"' : '';
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${look.fill}" stroke="#111111" stroke-width="${look.stroke}"${dashes}/>${
    look.tick
      ? `<path d="${TICK}" transform="translate(${round(x)} ${round(y)})" fill="none" stroke="#111111" stroke-width="2"/>`
      : ''
  }`;
}

function mark(one: DrawnMark): string {
  const look = MARK_LOOK[one.state];
  const { label } = one;
  const number = `${one.number}${one.state === 'late' ? '!' : ''}`;
  const lines = label.lines.map(
    (line, index) =>
      `<tspan x="${round(label.x)}" y="${round(label.y + LABEL_LINE * (index + 0.78))}">${
        index === 0 ? `<tspan font-weight="600">${number}</tspan> ` : ''
      }${xmlText(line)}</tspan>`,
  );
  return [
    `<polyline points="${points(one.leader)}" fill="none" stroke="#8a8a8a" stroke-width="0.7"/>`,
    sign(one.x, one.y, one.state, one.isUncertain, MARK_RADIUS),
    `<text x="${round(one.x)}" y="${round(one.y + 4)}" text-anchor="middle" font-size="11.5" font-weight="600" fill="${look.ink}">${one.number}</text>`,
    `<text text-anchor="${label.anchor}" font-size="${LABEL_SIZE}" fill="#111111">${lines.join('')}</text>`,
  ].join('');
}

/**
 * @param title and `description` are what a screen reader tells of the file
 */
export function clockSvg(
  drawing: ClockDrawing,
  { title, description }: { title: string; description: string },
): string {
  const { width, height, center, segments, marks, hand, legend } = drawing;
  const at = `translate(${round(center.x)} ${round(center.y)})`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="img" aria-labelledby="clock-title clock-description" font-family="${FACE}">`,
    `<title id="clock-title">${xmlText(title)}</title>`,
    `<desc id="clock-description">${xmlText(description)}</desc>`,
    `<rect width="${width}" height="${round(height)}" fill="#ffffff"/>`,
    ...segments.map(
      (segment) =>
        `<path d="${segment.path}" transform="${at}" fill="${segment.index % 2 === 0 ? '#ffffff' : '#f2f2f2'}" stroke="#555555" stroke-width="0.8"/>`,
    ),
    ...segments.flatMap(({ nowPath }) =>
      nowPath === null ? [] : [`<path d="${nowPath}" transform="${at}" fill="#111111"/>`],
    ),
    ...marks.flatMap(({ band }) =>
      band === null ? [] : [`<path d="${band}" transform="${at}" fill="#555555"/>`],
    ),
    ...segments.map((segment) =>
      segment.lines
        .map(
          (line, index) =>
            `<text x="${round(segment.label.x)}" y="${round(segment.label.y + 5 + (index - (segment.lines.length - 1) / 2) * 16)}" text-anchor="middle" font-size="${index === 0 ? 14 : 12}" font-weight="${index === 0 || segment.nowPath !== null ? 600 : 400}" fill="#111111">${xmlText(line)}</text>`,
        )
        .join(''),
    ),
    hand === null
      ? ''
      : `<line x1="${round(hand[0].x)}" y1="${round(hand[0].y)}" x2="${round(hand[1].x)}" y2="${round(hand[1].y)}" stroke="#111111" stroke-width="1.4" stroke-dasharray="5 3"/>`,
    ...center.lines.map(
      (line, index) =>
        `<text x="${round(center.x)}" y="${round(center.y + 5 + (index - (center.lines.length - 1) / 2) * 17)}" text-anchor="middle" font-size="13" font-weight="600" fill="#111111">${xmlText(line)}</text>`,
    ),
    ...marks.map(mark),
    ...legend.map(
      (entry) =>
        `${sign(entry.x, entry.y - 4, entry.state, entry.isUncertain, 7)}<text x="${round(entry.x + 15)}" y="${round(entry.y)}" font-size="12" fill="#111111">${xmlText(entry.text)}</text>`,
    ),
    '</svg>',
  ];
  return parts.filter((part) => part !== '').join('\n');
}
