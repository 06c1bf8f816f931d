/** The logic model as a diagram: four columns of cards from left to right, with arrows between them. */
import { LOGIC_STAGES, column, type LogicModel, type LogicStage } from './logic-model.ts';
import { element, label, type Palette, type Picture, type SvgNode } from './svg.ts';
import { wrapText } from './text-width.ts';

export interface LogicDiagramWords {
  title: string;
  description: string;
  stages: Record<LogicStage, string>;
}

const MARGIN = 2;
const HEAD = 30;
const PAD = 10;
const SPACE = 14;
const SIZE = 13;
const LEADING = 17;
const PORT = 9;
const ARROW = 7;
/** The least room between columns, for arrows. */
const LEAST_GAP = 34;

interface Box {
  id: string;
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

/**
 * Composes the diagram. Cards stand in the middle of their column's height, arrows leave and enter at places of their own,
 * so that two never lie upon each other; one that passes over a column goes between its cards.
 * @param width of the whole, in units; the height follows from the cards
 */
export function logicDiagram(
  model: LogicModel,
  words: LogicDiagramWords,
  palette: Palette,
  width: number,
): Picture {
  const gap = Math.max(LEAST_GAP, Math.min(64, width * 0.055));
  const cardWidth = (width - 2 * MARGIN - 3 * gap) / 4;
  const boxes = layOut(model, cardWidth, gap);
  const bottom = Math.max(HEAD + SPACE + 40, ...boxes.map((box) => box.y + box.height));
  // Shorter columns stand in the middle, which keeps arrows short.
  for (const [index] of LOGIC_STAGES.entries()) {
    const own = boxes.filter((box) => box.column === index);
    const end = Math.max(HEAD + SPACE, ...own.map((box) => box.y + box.height));
    for (const box of own) box.y += (bottom - end) / 2;
  }
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const ports = portsOf(model, byId);
  return {
    width,
    height: bottom + MARGIN,
    title: words.title,
    description: words.description,
    nodes: [
      ...LOGIC_STAGES.map((stage, index) => head(words.stages[stage], index, cardWidth, gap, palette)),
      ...model.arrows.flatMap((arrow, index) => {
        const [from, to] = [byId.get(arrow.from), byId.get(arrow.to)];
        const port = ports[index];
        return from && to && port ? arrowNodes(from, to, port, { boxes, gap, palette }) : [];
      }),
      ...boxes.map((box) => cardNode(box, palette)),
    ],
  };
}

function layOut(model: LogicModel, cardWidth: number, gap: number): Box[] {
  return LOGIC_STAGES.flatMap((stage, index) => {
    let y = HEAD + SPACE;
    return column(model, stage).map((card) => {
      const lines = wrapText(card.text, cardWidth - 2 * PAD, SIZE);
      const touching = Math.max(
        model.arrows.filter(({ from }) => from === card.id).length,
        model.arrows.filter(({ to }) => to === card.id).length,
      );
      const height = Math.max(lines.length * LEADING + 2 * PAD - 3, (touching + 1) * PORT);
      const box = {
        id: card.id,
        column: index,
        x: MARGIN + index * (cardWidth + gap),
        y,
        width: cardWidth,
        height,
        lines,
      };
      y += height + SPACE;
      return box;
    });
  });
}

function head(text: string, index: number, cardWidth: number, gap: number, palette: Palette): SvgNode {
  const x = MARGIN + index * (cardWidth + gap);
  return element(
    'g',
    {},
    element('rect', {
      x,
      y: MARGIN,
      width: cardWidth,
      height: HEAD - MARGIN,
      rx: 3,
      fill: palette.accentGround,
    }),
    label(text, x + cardWidth / 2, HEAD - 9, {
      size: wrapText(text, cardWidth - 8, 13, 600).length > 1 ? 11 : 13,
      weight: 600,
      fill: palette.ink,
      anchor: 'middle',
    }),
  );
}

function cardNode(box: Box, palette: Palette): SvgNode {
  const { x, y, width, height, lines } = box;
  const first = y + (height - lines.length * LEADING) / 2 + LEADING - 4.5;
  return element(
    'g',
    {},
    element('rect', { x, y, width, height, rx: 4, fill: palette.ground, stroke: palette.edge }),
    ...lines.map((line, index) =>
      label(line, x + PAD, first + index * LEADING, { size: SIZE, fill: palette.ink }),
    ),
  );
}

interface Ports {
  fromY: number;
  toY: number;
}

/** Where each arrow leaves and enters: spread over the edge in the order of the other ends. */
function portsOf(model: LogicModel, boxes: ReadonlyMap<string, Box>): Ports[] {
  const middle = (id: string): number => {
    const box = boxes.get(id);
    return box ? box.y + box.height / 2 : 0;
  };
  const spread = (
    box: Box | undefined,
    arrow: LogicModel['arrows'][number],
    own: 'from' | 'to',
    other: 'from' | 'to',
  ): number => {
    if (!box) return 0;
    const all = model.arrows
      .filter((one) => one[own] === box.id)
      .toSorted((a, b) => middle(a[other]) - middle(b[other]));
    return box.y + (box.height * (all.indexOf(arrow) + 1)) / (all.length + 1);
  };
  return model.arrows.map((arrow) => ({
    fromY: spread(boxes.get(arrow.from), arrow, 'from', 'to'),
    toY: spread(boxes.get(arrow.to), arrow, 'to', 'from'),
  }));
}

function arrowNodes(
  from: Box,
  to: Box,
  { fromY, toY }: Ports,
  { boxes, gap, palette }: { boxes: readonly Box[]; gap: number; palette: Palette },
): SvgNode[] {
  const start = { x: from.x + from.width, y: fromY };
  if (from.column === to.column) {
    // Out on the right and back in again, with the head against the card.
    const end = to.x + to.width;
    const out = end + gap * 0.42;
    return [
      line(
        `M${n(start.x)} ${n(start.y)}C${n(out)} ${n(start.y)} ${n(out)} ${n(toY)} ${n(end + ARROW)} ${n(toY)}`,
        palette,
      ),
      point(end, toY, -1, palette),
    ];
  }
  const end = to.x;
  let path = `M${n(start.x)} ${n(start.y)}`;
  let here = start;
  for (let passed = from.column + 1; passed < to.column; passed++) {
    const own = boxes.filter((box) => box.column === passed);
    const share = (passed - from.column) / (to.column - from.column);
    const y = lane(own, fromY + (toY - fromY) * share);
    const left = own[0]?.x ?? here.x + gap;
    path += curve(here, { x: left, y });
    here = { x: left + (own[0]?.width ?? 0), y };
    path += `H${n(here.x)}`;
  }
  path += curve(here, { x: end - ARROW, y: toY });
  return [line(path, palette), point(end, toY, 1, palette)];
}

/** The height between two cards of a column, above or below them, that is nearest to the wanted one. */
function lane(boxes: readonly Box[], wanted: number): number {
  const between = boxes.map((box) => box.y + box.height + SPACE / 2);
  const first = boxes[0];
  const lanes = first ? [first.y - SPACE / 2, ...between] : [wanted];
  return lanes.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best));
}

function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const half = (from.x + to.x) / 2;
  return `C${n(half)} ${n(from.y)} ${n(half)} ${n(to.y)} ${n(to.x)} ${n(to.y)}`;
}

function line(d: string, palette: Palette): SvgNode {
  return element('path', { d, fill: 'none', stroke: palette.accent, 'stroke-width': 1.5 });
}

/** The head of an arrow that touches `x`; `towards` 1 points to the right. */
function point(x: number, y: number, towards: 1 | -1, palette: Palette): SvgNode {
  const back = x - towards * (ARROW + 1);
  return element('path', {
    d: `M${n(x)} ${n(y)}L${n(back)} ${n(y - 4)}V${n(y + 4)}Z`,
    fill: palette.accent,
  });
}

const n = (value: number): number => Math.round(value * 100) / 100;
