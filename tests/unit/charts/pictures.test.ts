/** Pictures are well-formed, hold all that they are given, stay within their frame, and say in words what they show. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barChart } from '../../../db/model/chart-bar.ts';
import { lineChart } from '../../../db/model/chart-line.ts';
import { smallMultiples } from '../../../db/model/chart-multiples.ts';
import { stackedChart } from '../../../db/model/chart-stacked.ts';
import {
  apart,
  dayTicks,
  numberText,
  tickDecimals,
  valueScale,
  valueText,
  type ChartLook,
} from '../../../db/model/chart.ts';
import { addDays } from '../../../db/model/dates.ts';
import { logicDiagram } from '../../../db/model/logic-diagram.ts';
import { LOGIC_STAGES, type LogicCard } from '../../../db/model/logic-model.ts';
import { PRINT, SCREEN, svgText, type Picture, type SvgNode } from '../../../db/model/svg.ts';
import { textWidth, wrapText } from '../../../db/model/text-width.ts';

const LOOK: ChartLook = { width: 640, palette: PRINT, language: 'fi' };

function* all(nodes: readonly (SvgNode | string)[]): Generator<SvgNode> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    yield node;
    yield* all(node.children);
  }
}

/** Every number that places something is finite; words lie within the frame. */
function expectSound(picture: Picture): void {
  const text = svgText(picture);
  expect(text).not.toMatch(/NaN|Infinity|undefined/);
  expect(text.startsWith('<svg ')).toBe(true);
  // What is opened is closed, and nothing of a text is taken for an element.
  const stack: string[] = [];
  for (const [, end, tag, whole] of text.matchAll(/<(\/?)([a-z]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (end === '/') expect(stack.pop()).toBe(tag);
    else if (whole !== '/') stack.push(tag!);
  }
  expect(stack).toEqual([]);
  expect(picture.title).not.toBe('');
  for (const node of all(picture.nodes)) {
    if (node.tag !== 'text') continue;
    const [x, y] = [Number(node.attributes['x']), Number(node.attributes['y'])];
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThanOrEqual(picture.height + 1);
    const size = Number(node.attributes['font-size']);
    const long = textWidth(node.children.join(''), size, node.attributes['font-weight'] === 600 ? 600 : 400);
    const anchor = node.attributes['text-anchor'];
    const right = anchor === 'end' ? x : anchor === 'middle' ? x + long / 2 : x + long;
    expect(right).toBeLessThanOrEqual(picture.width + 1);
  }
}

const value = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.double({ min: 0.01, max: 1, noNaN: true }));
const name = fc.string({ minLength: 1, maxLength: 60 });
const on = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2015-01-01', days));
const points = fc.array(fc.record({ on, value }), { maxLength: 12 });
const words = {
  name: 'Nimi',
  value: 'Arvo',
  date: 'Päivä',
  target: 'tavoite',
  none: 'ei tietoa',
  total: 'Yhteensä',
  missing: 'ei tietoa',
};
const told = { title: 'Kuvaaja', description: 'Mitä kuvassa on.', unit: 'kpl', decimals: 0 };

describe('charts', () => {
  test('lines of anything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name, points }), { maxLength: 5 }),
        fc.option(value),
        (series, target) => {
          const chart = lineChart(
            {
              ...told,
              series,
              levels: target === null ? [] : [{ name: 'Tavoite', value: target, isTarget: true }],
              words,
            },
            LOOK,
          );
          expectSound(chart.picture);
          const days = new Set(series.flatMap((one) => one.points.map((point) => point.on)));
          expect(chart.table.rows).toHaveLength(days.size);
          for (const row of chart.table.rows) expect(row).toHaveLength(series.length + 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('bars of anything, and what is not known is no nought', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name, value: fc.option(value) }), { maxLength: 20 }), (bars) => {
        const { picture, table } = barChart({ ...told, bars, words }, LOOK);
        expectSound(picture);
        expect(table.rows.map((row) => row[1] === 'ei tietoa')).toEqual(
          bars.map((bar) => bar.value === null),
        );
        const drawn = [...all(picture.nodes)].filter(({ tag }) => tag === 'rect');
        expect(drawn).toHaveLength(bars.filter((bar) => (bar.value ?? 0) > 0).length);
      }),
      { numRuns: 60 },
    );
  });

  test('stacked bars are as long together as their sums', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ name, values: fc.array(fc.nat({ max: 1_000 }), { minLength: 3, maxLength: 3 }) }),
          {
            maxLength: 8,
          },
        ),
        fc.boolean(),
        (rows, isShare) => {
          const { picture, table } = stackedChart(
            { ...told, parts: ['Yksi', 'Kaksi', 'Kolme'], rows, isShare, words },
            LOOK,
          );
          expectSound(picture);
          for (const [index, row] of table.rows.entries())
            expect(row.at(-1)).toBe(
              numberText(
                rows[index]!.values.reduce((a, b) => a + b, 0),
                'fi',
              ),
            );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('small multiples of anything', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name,
            unit: fc.constant('%'),
            decimals: fc.constant(1),
            points,
            target: fc.option(value),
          }),
          { maxLength: 7 },
        ),
        fc.integer({ min: 260, max: 1_600 }),
        (multiples, width) => {
          const { picture, table } = smallMultiples({ ...told, multiples, words }, { ...LOOK, width });
          expectSound(picture);
          expect(table.rows).toHaveLength(multiples.flatMap((one) => one.points).length);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('figures are Finnish: a comma, a space between thousands, the unit held to its number', () => {
    expect(numberText(12_345.5, 'fi', 1).replaceAll(/\s/g, ' ')).toBe('12 345,5');
    expect(valueText(9.2, '%', 'fi', 1)).toBe('9,2\u00a0%');
    expect(tickDecimals([0, 0.25, 0.5])).toBe(2);
    expect(tickDecimals([0, 20, 40])).toBe(0);
  });

  test('a scale holds its values; marks of time lie between its days and are not too many', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 10 }), on, on, (values, one, other) => {
        const [low = 0, high = 1] = valueScale(values, [0, 100]).domain();
        for (const one of values) {
          expect(one).toBeGreaterThanOrEqual(low);
          expect(one).toBeLessThanOrEqual(high);
        }
        const [from, to] = [one, other].sort() as [string, string];
        expect(dayTicks(from, to, 6).length).toBeLessThanOrEqual(13);
      }),
    );
  });

  test('labels are moved apart and stay in their area when there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 10 }), (places) => {
        const moved = apart(places, 16, { top: 0, bottom: 300 });
        const sorted = moved.toSorted((a, b) => a - b);
        for (const [index, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(300);
          if (index > 0) expect(place - sorted[index - 1]!).toBeGreaterThanOrEqual(15.99);
        }
      }),
    );
  });
});

describe('the diagram of a logic model', () => {
  const stages = {
    environment: 'Toimintaympäristö nyt',
    implementation: 'Toteutus',
    results: 'Tulokset',
    impacts: 'Vaikutukset',
  };
  const diagramWords = { title: 'Logiikkamalli', description: 'Neljä saraketta.', stages };

  test('holds every card in full and every arrow, at any width', () => {
    const cards = fc.array(
      fc.record({
        stage: fc.constantFrom(...LOGIC_STAGES),
        text: fc.string({ minLength: 1, maxLength: 200 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(cards, fc.integer({ min: 600, max: 1_400 }), (drawn, width) => {
        const own: LogicCard[] = LOGIC_STAGES.flatMap((stage) =>
          drawn.flatMap((card, index) => (card.stage === stage ? [{ id: String(index), ...card }] : [])),
        );
        const arrows = own.slice(1).map((card, index) => ({ from: own[index]!.id, to: card.id }));
        const picture = logicDiagram({ cards: own, arrows }, diagramWords, SCREEN, width);
        expectSound(picture);
        const heads = [...all(picture.nodes)].filter(
          ({ tag, attributes }) => tag === 'path' && attributes['fill'] !== 'none',
        );
        expect(heads).toHaveLength(arrows.length);
        const letters = [...all(picture.nodes)]
          .filter(({ tag }) => tag === 'text')
          .map(({ children }) => children.join(''))
          .join('')
          .replaceAll(/[\s-]/g, '');
        for (const card of own) expect(letters).toContain(card.text.replaceAll(/[\s-]/g, ''));
      }),
      { numRuns: 80 },
    );
  });

  test('what a user wrote is never markup', () => {
    const card: LogicCard = { id: 'a', stage: 'results', text: '<script>alert("x")</script> & \u0007' };
    const text = svgText(logicDiagram({ cards: [card], arrows: [] }, diagramWords, PRINT, 800));
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('\u0007');
  });
});

test('lines are no wider than asked, and hold all the words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
      const lines = wrapText(text, width, 13);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(/[\s-]/g, '')).toBe(text.replaceAll(/[\s-]/g, ''));
    }),
  );
});
