/**
 * A clock as a drawing: a circle of segments with numbered marks, and the words of each mark beside the circle, all of
 * them upright. Only geometry and texts; `clock-svg.ts` writes it as SVG, the window draws it itself. Pure.
 *
 * Angles are radians clockwise from twelve o'clock. The unit is about half a millimetre on a page that lies on its side.
 */
import { arc } from 'd3-shape';
import { fitText } from './text-fitting.ts';
import type { OccurrenceState } from './clock.ts';

export interface DrawnTask {
  /** Unique in the drawing. */
  key: string;
  title: string;
  segment: number;
  /** Where in the round it stands, 0–1: its middle and both ends. */
  at: number;
  from: number;
  to: number;
  /** Whether `at` tells more than the segment. */
  isExact: boolean;
  state: OccurrenceState;
  isUncertain: boolean;
}

export interface ClockPictureInput {
  /** The names of the segments, each in one or two lines. */
  segments: readonly (readonly string[])[];
  center: readonly string[];
  tasks: readonly DrawnTask[];
  /** Today's place in the round, 0–1, or null. */
  now: number | null;
  /** What the signs mean; only those in use are drawn. */
  legend: { states: Record<OccurrenceState, string>; uncertain: string };
}

export interface Point {
  x: number;
  y: number;
}

export interface DrawnSegment {
  index: number;
  path: string;
  /** Outside the current segment. */
  nowPath: string | null;
  label: Point;
  lines: readonly string[];
  startAngle: number;
  endAngle: number;
}

export interface DrawnMark extends Point {
  key: string;
  number: number;
  title: string;
  state: OccurrenceState;
  isUncertain: boolean;
  segment: number;
  angle: number;
  /** The months it runs over, along the circle; null for one month or a whole year. */
  band: string | null;
  leader: readonly Point[];
  label: Point & { lines: readonly string[]; anchor: 'start' | 'end'; height: number };
}

export interface ClockDrawing {
  width: number;
  height: number;
  center: Point & { radius: number; lines: readonly string[] };
  radius: number;
  segments: DrawnSegment[];
  marks: DrawnMark[];
  hand: readonly [Point, Point] | null;
  legend: (Point & { state: OccurrenceState; isUncertain: boolean; text: string })[];
}

const WIDTH = 1060;
const LEAST_HEIGHT = 560;
const RADIUS = 226;
const INNER = 74;
const MIDDLE = 148;
/** Where the names of segments stand. */
const NAMES = 114;
export const MARK_RADIUS = 11;
/** Between the middles of marks that stand side by side. */
const MARK_PITCH = 25;
const LANES = [206, 181, 156] as const;
export const LABEL_SIZE = 12.5;
const LINE = 15.5;
const LABEL_GAP = 8;
const EDGE = 14;
/** Between the circle and the words. */
const GUTTER = 40;
const LABEL_WIDTH = WIDTH / 2 - RADIUS - GUTTER - EDGE;
const TOP = 42;
const BOTTOM = 46;
const MOST_LINES = 4;

/**
 * Places for things of given sizes along a line: in their order, without overlapping, as near as may be to where they
 * want to be. When there is not enough room they share it.
 * @returns the middle of each
 */
export function spread(wanted: readonly { at: number; size: number }[], low: number, high: number): number[] {
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  const scale = total > high - low ? (high - low) / total : 1;
  let offset = 0;
  const offsets = wanted.map(({ size }) => {
    const before = offset;
    offset += size * scale;
    return before;
  });
  // Where each would begin if those before it took no room; kept in order by pooling neighbours (isotonic regression).
  const blocks: { sum: number; count: number }[] = [];
  wanted.forEach(({ at, size }, index) => {
    blocks.push({ sum: at - (size * scale) / 2 - offsets[index]!, count: 1 });
    for (;;) {
      const last = blocks.at(-1)!;
      const before = blocks.at(-2);
      if (before === undefined || before.sum / before.count <= last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      blocks.pop();
    }
  });
  const starts = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return wanted.map(
    ({ size }, index) =>
      Math.min(Math.max(starts[index]!, low), high - total * scale) + offsets[index]! + (size * scale) / 2,
  );
}

const TURN = 2 * Math.PI;

function onCircle(center: Point, radius: number, angle: number): Point {
  return { x: center.x + radius * Math.sin(angle), y: center.y - radius * Math.cos(angle) };
}

function ring(inner: number, outer: number, startAngle: number, endAngle: number): string {
  return (
    arc().digits(2)({
      innerRadius: inner,
      outerRadius: outer,
      startAngle,
      endAngle,
    }) ?? ''
  );
}

/** Angle and lane of each mark of a segment. */
function marksOf(
  tasks: readonly DrawnTask[],
  { startAngle, endAngle }: DrawnSegment,
): { task: DrawnTask; angle: number; radius: number }[] {
  const sorted = tasks.toSorted(
    (a, b) => Number(b.isExact) - Number(a.isExact) || a.at - b.at || (a.key < b.key ? -1 : 1),
  );
  const room = endAngle - startAngle;
  const isOneMonth = room < TURN / 8;
  const placed = sorted.map((task, index) => ({
    task,
    // In a month they stand evenly; in a year by their months, and what has none evenly over it.
    want: isOneMonth || !task.isExact ? startAngle + (room * (index + 0.5)) / sorted.length : task.at * TURN,
  }));
  placed.sort((a, b) => a.want - b.want || (a.task.key < b.task.key ? -1 : 1));
  const pitch = MARK_PITCH / LANES[0];
  const lanes = Math.min(LANES.length, Math.max(1, Math.ceil((placed.length * pitch) / room)));
  const angles = spread(
    placed.map(({ want }) => ({ at: want, size: pitch / lanes })),
    startAngle + pitch / 4,
    endAngle - pitch / 4,
  );
  return placed.map(({ task }, index) => ({ task, angle: angles[index]!, radius: LANES[index % lanes]! }));
}

/** Lays the clock out. The numbers of the marks run clockwise, as in a list by time. */
export function drawClock(input: ClockPictureInput): ClockDrawing {
  const count = input.segments.length;
  const segmentAngle = TURN / count;
  const nowSegment = input.now === null ? null : Math.min(count - 1, Math.floor(input.now * count));
  const outline: DrawnSegment[] = input.segments.map((lines, index) => {
    const [startAngle, endAngle] = [index * segmentAngle, (index + 1) * segmentAngle];
    return {
      index,
      lines,
      startAngle,
      endAngle,
      path: ring(INNER, RADIUS, startAngle, endAngle),
      nowPath: index === nowSegment ? ring(RADIUS + 2, RADIUS + 8, startAngle, endAngle) : null,
      label: { x: 0, y: 0 },
    };
  });
  const marks = outline
    .flatMap((segment) =>
      marksOf(
        input.tasks.filter((task) => task.segment === segment.index),
        segment,
      ),
    )
    .map((one, index) => ({
      ...one,
      number: index + 1,
      isRight: one.angle < Math.PI,
      lines: fitText(
        `${one.task.title}${one.task.isUncertain && !one.task.title.includes('?') ? ' (?)' : ''}`,
        LABEL_WIDTH - 22,
        LABEL_SIZE,
        MOST_LINES,
      ),
    }));
  const heightOf = ({ lines }: { lines: readonly string[] }): number => lines.length * LINE + LABEL_GAP;
  const sideHeight = (isRight: boolean): number =>
    marks.filter((mark) => mark.isRight === isRight).reduce((sum, mark) => sum + heightOf(mark), 0);
  const height = Math.max(LEAST_HEIGHT, sideHeight(true) + 2 * EDGE, sideHeight(false) + 2 * EDGE);
  const center: Point = { x: WIDTH / 2, y: TOP + RADIUS + (height - LEAST_HEIGHT) / 2 };

  const labelled = [true, false].flatMap((isRight) => {
    const own = marks.filter((mark) => mark.isRight === isRight);
    // From the top down: clockwise on the right, against the clock on the left.
    if (!isRight) own.reverse();
    const tops = spread(
      own.map((mark) => ({ at: onCircle(center, mark.radius, mark.angle).y, size: heightOf(mark) })),
      EDGE,
      height - EDGE,
    );
    return own.map((mark, index): DrawnMark => {
      const { task, angle, radius, number, lines } = mark;
      const place = onCircle(center, radius, angle);
      const labelX = isRight ? WIDTH - EDGE - LABEL_WIDTH : EDGE + LABEL_WIDTH;
      const labelHeight = heightOf(mark) - LABEL_GAP;
      const top = tops[index]! - labelHeight / 2;
      const out = isRight ? -1 : 1;
      const isBand = task.isExact && task.to - task.from > 1.01 / 12 / (count === 4 ? 4 : 1);
      return {
        key: task.key,
        title: task.title,
        state: task.state,
        isUncertain: task.isUncertain,
        segment: task.segment,
        number,
        angle,
        ...place,
        // It runs up to the mark in a month, over its months in a year; neighbours are set apart.
        band: isBand
          ? ring(
              radius + (number % 3) * 5 - 6.5,
              radius + (number % 3) * 5 - 3.5,
              task.from * TURN,
              count === 4 ? task.to * TURN : angle,
            )
          : null,
        leader: [
          onCircle(center, radius + MARK_RADIUS, angle),
          onCircle(center, RADIUS + 12, angle),
          { x: labelX + out * 16, y: top + LINE * 0.62 },
          { x: labelX + out * 5, y: top + LINE * 0.62 },
        ],
        label: { x: labelX, y: top, lines, anchor: isRight ? 'start' : 'end', height: labelHeight },
      };
    });
  });
  const used = new Set(marks.map(({ task }) => task.state));
  const legendEntries = [
    ...(['now', 'due', 'late', 'done'] as const)
      .filter((state) => used.has(state))
      .map((state) => ({ state, isUncertain: false, text: input.legend.states[state] })),
    ...(marks.some(({ task }) => task.isUncertain)
      ? [{ state: 'coming' as const, isUncertain: true, text: input.legend.uncertain }]
      : []),
  ];
  const pitch = 100;
  return {
    width: WIDTH,
    height,
    radius: RADIUS,
    center: {
      ...center,
      radius: INNER,
      lines: input.center.flatMap((line) => fitText(line, 2 * INNER - 34, 13)),
    },
    segments: outline.map((segment) => ({
      ...segment,
      label: onCircle(
        center,
        count === 4 ? NAMES : (NAMES + MIDDLE) / 2 - 12,
        (segment.startAngle + segment.endAngle) / 2,
      ),
    })),
    marks: labelled.sort((a, b) => a.number - b.number),
    hand:
      input.now === null
        ? null
        : [onCircle(center, MIDDLE, input.now * TURN), onCircle(center, RADIUS + 8, input.now * TURN)],
    legend: legendEntries.map((entry, index) => ({
      ...entry,
      x: center.x + (index - (legendEntries.length - 1) / 2) * pitch - 30,
      y: height - BOTTOM / 2 + 4,
    })),
  };
}
