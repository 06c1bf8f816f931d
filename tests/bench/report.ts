/** What a bench hands to `npm run bench`: figures for a table, each beside what it is held against. */
import fs from 'node:fs';

export interface Figure {
  what: string;
  /** The product's own figure, with its unit. */
  ours: string;
  /** What it is held against, in the same run; empty when there is nothing. */
  against?: string;
  /** As printed: `1.21×`. */
  ratio?: string;
  /** The goal in words, and whether this run reached it. */
  goal?: string;
  met?: boolean;
}

export interface Section {
  /** File name without its ending; orders nothing. */
  name: string;
  title: string;
  /** How it was measured, in a sentence or two. */
  method: string;
  figures: Figure[];
  /** What is to be said about this run. */
  remarks: string[];
}

/** Prints the section, and keeps it for docs/benchmarks.md when `npm run bench` asks for it. */
export function report(section: Section): void {
  console.log(`\n${section.title}\n${table(section.figures)}`);
  for (const remark of section.remarks) console.log(`  ${remark}`);
  const file = process.env['PYKALA_BENCH_RESULT'];
  if (file !== undefined) fs.writeFileSync(file, JSON.stringify(section));
}

const HEADS = ['', 'Pykälä', 'against', 'ratio', 'goal', ''] as const;

function cells(figure: Figure): string[] {
  const met = figure.met === undefined ? '' : figure.met ? 'met' : 'missed';
  return [
    figure.what,
    figure.ours,
    figure.against ?? '',
    figure.ratio ?? '',
    figure.goal ?? '',
    figure.goal === undefined ? '' : met,
  ];
}

/** For the terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = [[...HEADS], ...figures.map(cells)];
  const widths = HEADS.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}`.trimEnd())
    .join('\n');
}

/** For docs/benchmarks.md. */
export function markdown(figures: readonly Figure[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(HEADS), line(HEADS.map(() => '---')), ...figures.map((figure) => line(cells(figure)))].join(
    '\n',
  );
}

/** The value below which `share` of the values lie; the median by default. */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds with as many digits as are worth reading. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;
}

/** When and where a section was measured. `load`: the machine's when it began; `day`: ISO date. */
export interface Circumstances {
  cores: number;
  /** Gigabytes. */
  memory: number;
  load: number;
  day: string;
}

/** Before each section of docs/benchmarks.md, so that it can be measured anew by itself. */
const mark = (name: string): string => `<!-- ${name} -->`;
const MARKED = /^<!-- ([\w-]+) -->$/m;

function sectionText(
  { name, title, method, figures, remarks }: Section,
  { cores, memory, load, day }: Circumstances,
): string {
  const busy =
    load > cores / 2
      ? ` **The machine was busy with other work: its load was ${load.toFixed(1)} when this began.** Times are then several times those of a quiet machine, and only the ratios, whose two sides were measured by turns, say something; run it again on a quiet one.`
      : '';
  const run = `Run on ${day}, ${cores} cores, ${memory} GB of memory.${busy}`;
  return [mark(name), `## ${title}`, `${method} ${run}`, markdown(figures), ...remarks].join('\n\n');
}

/**
 * docs/benchmarks.md with the sections that were measured now in the place of their earlier ones.
 * @param before the document as it is; empty for none
 * @param order the names of all sections, in the order of the document
 */
export function document(
  before: string,
  order: readonly string[],
  sections: readonly { section: Section; circumstances: Circumstances }[],
): string {
  const texts = new Map<string, string>();
  // The parts between the marks: what stands before the first one is the head.
  const [, ...parts] = before.split(MARKED);
  for (let at = 0; at + 1 < parts.length; at += 2)
    texts.set(parts[at]!, `${mark(parts[at]!)}\n\n${parts[at + 1]!.trim()}`);
  for (const { section, circumstances } of sections)
    texts.set(section.name, sectionText(section, circumstances));
  return `${[
    '# Benchmarks',
    'Written by `npm run bench`; not edited by hand. Linux, with the stand-in on Chromium in place of Electron.',
    'Nothing here is a test: no figure fails a build. What Pykälä is held against runs in the same run and by turns.',
    ...order.flatMap((name) => texts.get(name) ?? []),
  ].join('\n\n')}\n`;
}
