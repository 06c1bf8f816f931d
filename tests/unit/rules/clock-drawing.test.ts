/** The drawing of a clock: geometry that holds whatever is drawn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawClock,
  LABEL_SIZE,
  MARK_RADIUS,
  spread,
  type ClockPictureInput,
  type DrawnTask,
} from '../../../db/model/clock-drawing.ts';
import { clockSvg } from '../../../db/model/clock-svg.ts';
import { OCCURRENCE_STATES } from '../../../db/model/clock.ts';
import { fitText, hyphenPlaces, textWidth } from '../../../db/model/text-fitting.ts';

const LEGEND: ClockPictureInput['legend'] = {
  states: { done: 'tehty', late: 'myöhässä', due: 'määräaika', now: 'nyt', coming: 'tulossa' },
  uncertain: 'epävarma',
};
const WORDS = ['hyvinvointisuunnitelma', 'ja', 'järjestöyhdyshenkilöiden', 'kokous', 'esim.', 'valtuustossa'];

const anyInput: fc.Arbitrary<ClockPictureInput> = fc.constantFrom(4, 12).chain((count) =>
  fc.record({
    segments: fc.constant(Array.from({ length: count }, (_, index) => [`${index + 1}.`])),
    center: fc.constant(['Päätöksenteko', 'Strategiset linjaukset']),
    now: fc.option(fc.double({ min: 0, max: 0.999, noNaN: true }), { nil: null }),
    legend: fc.constant(LEGEND),
    tasks: fc
      .array(
        fc.record({
          segment: fc.integer({ min: 0, max: count - 1 }),
          within: fc.integer({ min: 0, max: 96 }).map((part) => part / 97),
          isExact: fc.boolean(),
          words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 16 }),
          state: fc.constantFrom(...OCCURRENCE_STATES),
          isUncertain: fc.boolean(),
        }),
        { maxLength: 30 },
      )
      .map((tasks) =>
        tasks.map(({ segment, within, words, ...rest }, index): DrawnTask => ({
          ...rest,
          key: `k${index}`,
          title: words.join(' '),
          segment,
          at: (segment + within) / count,
          from: segment / count,
          to: (segment + 1) / count,
        })),
      ),
  }),
);

describe('the circle', () => {
  test('segments are equal, follow each other and close the round', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { segments } = drawClock(input);
        const step = (2 * Math.PI) / input.segments.length;
        segments.forEach((segment, index) => {
          expect(segment.startAngle).toBeCloseTo(index * step, 9);
          expect(segment.endAngle - segment.startAngle).toBeCloseTo(step, 9);
        });
        expect(segments.filter((one) => one.nowPath !== null)).toHaveLength(input.now === null ? 0 : 1);
      }),
      { numRuns: 40 },
    );
  });

  test('a mark stands in its segment, inside the circle, and is numbered clockwise', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { marks, segments, center, radius } = drawClock(input);
        expect(marks.map((mark) => mark.key).sort()).toEqual(input.tasks.map((task) => task.key).sort());
        expect(marks.map((mark) => mark.number)).toEqual(marks.map((_, index) => index + 1));
        let angle = -1;
        for (const mark of marks) {
          const { startAngle, endAngle } = segments[mark.segment]!;
          expect(mark.angle).toBeGreaterThanOrEqual(startAngle);
          expect(mark.angle).toBeLessThanOrEqual(endAngle);
          expect(mark.angle).toBeGreaterThanOrEqual(angle);
          angle = mark.angle;
          const distance = Math.hypot(mark.x - center.x, mark.y - center.y);
          expect(distance).toBeLessThanOrEqual(radius - MARK_RADIUS + 0.001);
          expect(distance).toBeGreaterThan(center.radius + MARK_RADIUS);
        }
      }),
    );
  });

  test('turning every task by one segment turns every mark by one segment', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const count = input.segments.length;
        const turned = drawClock({
          ...input,
          tasks: input.tasks.map((task) => ({
            ...task,
            segment: (task.segment + 1) % count,
            at: (task.at + 1 / count) % 1,
          })),
        });
        const before = new Map(drawClock(input).marks.map((mark) => [mark.key, mark.angle]));
        const step = (2 * Math.PI) / count;
        for (const mark of turned.marks) {
          const difference = mark.angle - before.get(mark.key)! - step;
          expect(Math.abs(Math.sin(difference / 2))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the words', () => {
  test('stand on the sheet, outside the circle, and never over each other', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { marks, width, height, center, radius } = drawClock(input);
        for (const anchor of ['start', 'end'] as const) {
          const column = marks
            .filter((mark) => mark.label.anchor === anchor)
            .sort((a, b) => a.label.y - b.label.y);
          column.forEach(({ label }, index) => {
            expect(label.y).toBeGreaterThanOrEqual(0);
            expect(label.y + label.height).toBeLessThanOrEqual(height);
            const next = column[index + 1];
            if (next) expect(label.y + label.height).toBeLessThanOrEqual(next.label.y + 0.001);
            const longest = Math.max(...label.lines.map((line) => textWidth(line, LABEL_SIZE)));
            const [left, right] =
              anchor === 'start' ? [label.x, label.x + longest] : [label.x - longest, label.x];
            expect(left).toBeGreaterThanOrEqual(0);
            expect(right).toBeLessThanOrEqual(width);
            expect(left > center.x + radius || right < center.x - radius).toBe(true);
          });
        }
      }),
    );
  });

  test('lose no letter when they are broken into lines', () => {
    const letters = (text: string) => text.replaceAll(/[\s-]/g, '');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }),
        fc.integer({ min: 30, max: 300 }),
        (words, width) => {
          const lines = fitText(words.join(' '), width, 12);
          expect(letters(lines.join(''))).toBe(letters(words.join('')));
          for (const line of lines)
            if (line.length > 1) expect(textWidth(line, 12)).toBeLessThanOrEqual(width + 6);
        },
      ),
    );
  });

  test('are hyphenated where Finnish syllables meet', () => {
    const shown = (word: string) =>
      hyphenPlaces(word).reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, word);
    expect(shown('hyvinvointi')).toBe('hyvin-vointi');
    expect(shown('valtuustossa')).toBe('val-tuus-tossa');
  });

  test('end in an ellipsis where there is no room', () => {
    const lines = fitText('yksi kaksi kolme neljä viisi kuusi', 40, 12, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});

test('things along a line keep their order and distances', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.integer({ min: -50, max: 250 }), size: fc.integer({ min: 1, max: 30 }) })),
      (wanted) => {
        wanted.sort((a, b) => a.at - b.at);
        const placed = spread(wanted, 0, 200);
        const scale = Math.min(
          1,
          200 /
            Math.max(
              1,
              wanted.reduce((sum, one) => sum + one.size, 0),
            ),
        );
        placed.forEach((at, index) => {
          const half = (wanted[index]!.size * scale) / 2;
          expect(at - half).toBeGreaterThanOrEqual(-1e-6);
          expect(at + half).toBeLessThanOrEqual(200 + 1e-6);
          const next = placed[index + 1];
          if (next !== undefined)
            expect(next - at).toBeGreaterThanOrEqual(half + (wanted[index + 1]!.size * scale) / 2 - 1e-6);
        });
      },
    ),
  );
});

test('the file is well-formed, tells what it shows, and no text is turned or comes as markup', () => {
  const drawing = drawClock({
    segments: [['1.'], ['2.'], ['3.'], ['4.']],
    center: ['A & B'],
    now: 0.3,
    legend: LEGEND,
    tasks: [
      {
        key: 'a',
        title: '<script>alert(1)</script> & "kello"\u0000',
        segment: 1,
        at: 0.3,
        from: 0.25,
        to: 0.4,
        isExact: true,
        state: 'late',
        isUncertain: true,
      },
    ],
  });
  const svg = clockSvg(drawing, { title: 'Kello', description: 'Yksi tehtävä.' });
  expect(svg).not.toMatch(/<script|rotate\(|\u0000/);
  expect(svg).toContain('<desc id="clock-description">Yksi tehtävä.</desc>');
  expect(svg).toContain('A &amp; B');
  expect(svg).toContain('epävarma');
  // Every element that is opened is closed.
  const opened = svg.match(/<[a-z]+(?:\s[^<>]*[^/<>])?>/g)?.length;
  expect(opened).toBe(svg.match(/<\/[a-z]+>/g)?.length);
});
